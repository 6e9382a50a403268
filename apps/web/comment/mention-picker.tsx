// Whom a comment names: found by writing, chosen with the arrow keys and Enter. Escape leaves the words as they are.
import { useQuery } from 'urql';
import { Button } from '../ui/button.js';
import { ComboBox } from '../ui/select.js';
import type { Of } from '../gql/graphql.js';
import classes from './comment.module.css';
import { mentionableQuery, type Mentionable } from './mentionable.query.js';
import { commentWords } from './words.js';

export interface Mentioning {
  proposalId: string;
  audience: Of<'CommentAudience'> | null;
}

interface Picking extends Mentioning {
  onPick: (person: Mentionable) => void;
  onClose: () => void;
}

export function MentionPicker({ proposalId, audience, onPick, onClose }: Picking) {
  const [{ data }] = useQuery({ query: mentionableQuery, variables: { proposalId, audience } });
  if (!data) return null;
  const people = data.mentionable;
  const pick = (id: string) => {
    const found = people.find(person => person.id === id);
    if (found) onPick(found);
  };
  return (
    <div className={classes.picker} onKeyDownCapture={({ key }) => key === 'Escape' && onClose()}>
      {people.length === 0 ? (
        <p role="status">{commentWords.mentionNobody}</p>
      ) : (
        <ComboBox
          autoFocus
          label={commentWords.mentionWhom}
          description={commentWords.mentionHint}
          options={people.map(({ id, displayName, organisation }) => ({
            ...{ value: id, label: displayName, description: organisation.name },
          }))}
          value={null}
          onChange={pick}
        />
      )}
      <Button kind="quiet" onPress={onClose}>
        {commentWords.mentionNot}
      </Button>
    </div>
  );
}
