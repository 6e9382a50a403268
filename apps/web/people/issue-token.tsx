// A new token: what it is for, how long, what it may; then its secret, this once.
import { useState } from 'react';
import { useCommand } from '../app/use-command.js';
import { Button } from '../ui/button.js';
import { RadioGroup } from '../ui/choice.js';
import { Dialog } from '../ui/dialog.js';
import { LiveNote } from '../ui/live-note.js';
import { TextField } from '../ui/text-field.js';
import { issueToken } from './access.commands.js';
import { FormDialog } from './form-dialog.js';
import classes from './people.module.css';
import { accessWords } from './people.words.js';
import { daysIn } from './token-states.js';

const blank = { label: '', days: '90', may: 'read' as 'read' | 'write', isTried: false };

interface Whose {
  person: { id: string; displayName: string };
  isMe: boolean;
}

export function IssueToken({ person, isMe }: Whose) {
  const issue = useCommand(issueToken);
  const [given, set] = useState(blank);
  const [secret, setSecret] = useState<string>();
  const send = async () => {
    set({ ...given, isTried: true });
    const days = daysIn(given.days);
    if (given.label.trim() === '' || days === undefined) return undefined;
    const wish = { label: given.label.trim(), days, readOnly: given.may === 'read' };
    const receipt = await issue.run(isMe ? wish : { ...wish, personId: person.id });
    if (receipt?.secret) setSecret(receipt.secret);
    return receipt;
  };
  return (
    <>
      <FormDialog
        button={accessWords.issue}
        send={accessWords.issue}
        follows={
          <>
            <p>{accessWords.issueFollows}</p>
            {!isMe && <p>{accessWords.issueFor(person.displayName)}</p>}
          </>
        }
        onSend={send}
        onReset={() => set(blank)}
        command={issue}
      >
        <Fields given={given} put={part => set({ ...given, ...part })} isMe={isMe} />
      </FormDialog>
      <Dialog
        title={accessWords.secretTitle}
        isOpen={secret !== undefined}
        onOpenChange={isOpen => isOpen || setSecret(undefined)}
      >
        {close => <Secret secret={secret ?? ''} onDone={close} />}
      </Dialog>
    </>
  );
}

interface FieldsOfToken {
  given: typeof blank;
  put: (part: Partial<typeof blank>) => void;
  isMe: boolean;
}

function Fields({ given: { label, days, may, isTried }, put, isMe }: FieldsOfToken) {
  const options = [
    { value: 'read' as const, label: accessWords.readOnly },
    { value: 'write' as const, label: isMe ? accessWords.readWrite : accessWords.readWriteOf },
  ];
  return (
    <>
      <TextField
        label={accessWords.label}
        value={label}
        onChange={next => put({ label: next })}
        error={isTried && label.trim() === '' ? accessWords.labelMissing : undefined}
        autoComplete="off"
      />
      <TextField
        label={accessWords.days}
        description={accessWords.daysHelp}
        value={days}
        onChange={next => put({ days: next })}
        error={isTried && daysIn(days) === undefined ? accessWords.daysWrong : undefined}
      />
      <RadioGroup label={accessWords.may} options={options} value={may} onChange={next => put({ may: next })} />
    </>
  );
}

/** Nothing of it is kept in the browser: it goes with the dialog. */
function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setSaid(accessWords.copied),
      () => setSaid(accessWords.notCopied),
    );
  return (
    <div className={classes.form}>
      <p>{accessWords.secretHelp}</p>
      <code className={classes.secret}>{secret}</code>
      <div className={classes.buttons}>
        <Button kind="main" onPress={() => void copy()}>
          {accessWords.copy}
        </Button>
        <Button onPress={onDone}>{accessWords.done}</Button>
      </div>
      <LiveNote>{said}</LiveNote>
    </div>
  );
}
