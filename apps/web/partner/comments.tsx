// What was commented among partners and the lead organisation.
import { CommentSaid } from '../comment/comment-said.js';
import { Meant } from '../comment/meant.js';
import { Section } from '../ui/section.js';
import type { Asked } from './say.query.js';
import { sayWords } from './say.words.js';
import classes from './say.module.css';

export function Comments({ asked: { id: proposalId, reference, comments, availableCommands } }: { asked: Asked }) {
  if (comments.length === 0) return null;
  const mayEdit = availableCommands.some(({ command, allowed }) => command === 'editComment' && allowed);
  return (
    <Section title={sayWords.comments} id="comments">
      <ul role="list" className={classes.list}>
        {comments.map(comment => (
          <li key={comment.id}>
            <Meant className={classes.row} id={`said-${comment.id}`}>
              <CommentSaid {...{ comment, proposalId, reference, mayEdit }} />
            </Meant>
          </li>
        ))}
      </ul>
    </Section>
  );
}
