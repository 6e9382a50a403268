// A comment where it is read: its words, who made it, that it was edited and what it said before; for whoever made it, the way to edit it.
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { patiently } from '../app/patiently.js';
import { SendRow } from '../app/send-row.js';
import { useSession } from '../app/session.js';
import { useCommand } from '../app/use-command.js';
import { useDraft } from '../review/use-draft.js';
import { Button } from '../ui/button.js';
import { Disclosure } from '../ui/disclosure.js';
import { CommentBody } from './comment-body.js';
import { By } from './comment-by.js';
import { CommentField, type Written } from './comment-field.js';
import classes from './comment.module.css';
import { editComment, type CommentShown } from './comment.query.js';
import { commentWords } from './words.js';

const Versions = lazy(() => patiently(() => import('./versions.js')).then(module => ({ default: module.Versions })));

interface Said {
  comment: CommentShown;
  proposalId: string;
  reference: string;
  /** May whoever made it still edit it? */
  mayEdit: boolean;
  /** After who and when. */
  more?: ReactNode;
}

export function CommentSaid({ comment, proposalId, reference, mayEdit, more }: Said) {
  const { person } = useSession();
  const [isEditing, setEditing] = useState(false);
  const { body, mentions, versions } = comment;
  if (isEditing) return <Editing {...{ comment, proposalId, reference }} onDone={() => setEditing(false)} />;
  return (
    <>
      <CommentBody words={body} mentions={mentions} by={<By comment={comment} more={more} />} />
      {versions.length > 0 && (
        <Disclosure title={commentWords.before(versions.length)}>
          <Suspense>
            <Versions versions={[...versions, { body, at: comment.editedAt ?? comment.at }]} />
          </Suspense>
        </Disclosure>
      )}
      {mayEdit && comment.by.id === person.id && (
        <p>
          <Button kind="quiet" onPress={() => setEditing(true)}>
            {commentWords.edit}
          </Button>
        </p>
      )}
    </>
  );
}

type Edited = Pick<Said, 'comment' | 'proposalId' | 'reference'> & { onDone: () => void };

/** Whom it names stays as it was: nobody is called again, and nobody is taken back. */
function Editing({ comment: { id, body }, proposalId, reference, onDone }: Edited) {
  const edit = useCommand(editComment);
  const { value, change, clear } = useDraft<Written>(`edit:${id}`, { body, mentions: [] });
  const [isTried, setTried] = useState(false);
  const isBlank = value.body.trim() === '';
  const leave = () => {
    clear();
    onDone();
  };
  const save = async () => {
    setTried(true);
    if (isBlank) return;
    if (await edit.run({ proposalId, commentId: id, body: value.body })) leave();
  };
  return (
    <section className={classes.edited} aria-label={commentWords.editTitle}>
      <CommentField
        label={commentWords.body}
        value={value}
        onChange={change}
        error={isTried && isBlank ? commentWords.bodyMissing : undefined}
      />
      <p>{commentWords.editNote}</p>
      <SendRow command={edit} label={commentWords.save} reference={reference} onSend={save} onCancel={leave} />
    </section>
  );
}
