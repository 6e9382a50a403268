// To leave a comment, which the other partners read too.
import { useState } from 'react';
import { useSession } from '../app/session.js';
import { SendRow } from '../app/send-row.js';
import { useCommand } from '../app/use-command.js';
import { CommentField, emptyComment, mentionsIn } from '../comment/comment-field.js';
import { useDraft } from '../review/use-draft.js';
import { leaveComment, type Asked } from './say.query.js';
import { sayWords } from './say.words.js';
import classes from './say.module.css';

export function SayComment({ asked }: { asked: Asked }) {
  const comment = useCommand(leaveComment);
  const { has } = useSession();
  const { value, change, clear } = useDraft(`say:comment:${asked.id}`, emptyComment);
  const [isTried, setTried] = useState(false);
  const audience = has('partner') ? null : 'PARTNERS';
  const isBlank = value.body.trim() === '';
  const send = async () => {
    setTried(true);
    if (isBlank) return;
    const { body } = value;
    if (!(await comment.run({ proposalId: asked.id, body, audience, mentions: mentionsIn(value) }))) return;
    clear();
    setTried(false);
  };
  return (
    <div className={classes.form}>
      <p>{sayWords.commentNote(asked.leadOrganisation.name)}</p>
      <CommentField
        label={sayWords.body}
        value={value}
        onChange={change}
        mentioning={{ proposalId: asked.id, audience }}
        error={isTried && isBlank ? sayWords.bodyMissing : undefined}
      />
      <SendRow
        command={comment}
        label={sayWords.sendComment}
        reference={asked.reference}
        done={sayWords.sent}
        onSend={send}
      />
    </div>
  );
}
