// A short form in a dialog: its fields, what will follow, what is wrong, and the button that sends it.
import { useState, type FormEvent, type ReactNode } from 'react';
import { ProblemNote } from '../app/problem-note.js';
import type { Problem } from '../app/problem.js';
import { Button, type ButtonKind } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Note } from '../ui/note.js';
import classes from './people.module.css';

interface FormOfDialog {
  button: string;
  kind?: ButtonKind;
  title?: string;
  children: ReactNode;
  follows?: ReactNode;
  send: string;
  /** Resolves with what it answered; undefined where it was refused or not sent. The form closes when it was done. */
  onSend: () => Promise<unknown>;
  /** Before it opens, and after it closed. */
  onReset: () => void;
  command: { state: string; problem: Problem | undefined; clear: () => void };
}

export function FormDialog({ button, kind, title = button, children, follows, send, ...form }: FormOfDialog) {
  const { onSend, onReset, command } = form;
  const [isOpen, setOpen] = useState(false);
  const open = (next: boolean): void => {
    command.clear();
    onReset();
    setOpen(next);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await onSend()) !== undefined) open(false);
  };
  return (
    <>
      <Button kind={kind} onPress={() => open(true)}>
        {button}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={open}>
        <form className={classes.form} noValidate onSubmit={event => void submit(event)}>
          {children}
          {follows && <Note>{follows}</Note>}
          <ProblemNote problem={command.problem} />
          <Button kind="main" type="submit" isBusy={command.state === 'sending'}>
            {send}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
