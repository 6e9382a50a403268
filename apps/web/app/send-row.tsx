// How a form ends: why it was refused, the button that sends it, the way out where there is one, and that it was done.
import { Button, type ButtonKind } from '../ui/button.js';
import { LiveNote } from '../ui/live-note.js';
import { ProblemNote } from './problem-note.js';
import classes from './send-row.module.css';
import type { Command } from './use-command.js';
import { appWords } from './words.js';

interface Sending {
  command: Pick<Command<unknown, unknown>, 'state' | 'problem'>;
  /** What pressing it does. */
  label: string;
  kind?: ButtonKind;
  reference: string;
  onSend: () => Promise<unknown>;
  onCancel?: () => void;
  /** What is said once it is done, where the page stays. */
  done?: string;
}

export const SendRow = ({ command, label, kind = 'main', reference, onSend, onCancel, done }: Sending) => (
  <>
    <ProblemNote problem={command.problem} reference={reference} />
    <div className={classes.send}>
      <Button kind={kind} isBusy={command.state === 'sending'} onPress={() => void onSend()}>
        {label}
      </Button>
      {onCancel && <Button onPress={onCancel}>{appWords.cancel}</Button>}
      {done !== undefined && <LiveNote>{command.state === 'done' && done}</LiveNote>}
    </div>
  </>
);
