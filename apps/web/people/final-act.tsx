// An act that cannot be undone: a button, and a dialog that says what will follow before it is done.
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { ProblemNote } from '../app/problem-note.js';
import type { Problem } from '../app/problem.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import classes from './people.module.css';

interface Act {
  /** On the button, and what it is about where that alone does not say so. */
  button: string;
  about?: string;
  title: string;
  /** What will follow, in paragraphs. */
  follows: ReactNode;
  confirm: string;
  cancel: string;
  /** Resolves with what it answered, or undefined where it was refused. */
  act: () => Promise<unknown>;
  command: { state: string; problem: Problem | undefined; clear: () => void };
}

export function FinalAct({ button, about, title, follows, confirm, cancel, act, command }: Act) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => leaveTo(place.current), []);
  const open = (next: boolean): void => {
    if (!next) command.clear();
    setOpen(next);
  };
  const doIt = async (): Promise<void> => {
    if ((await act()) !== undefined) setOpen(false);
  };
  return (
    <span ref={place}>
      <Button kind="quiet" label={about && `${button}: ${about}`} onPress={() => open(true)}>
        {button}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={open}>
        <div className={classes.follows}>{follows}</div>
        <ProblemNote problem={command.problem} />
        <div className={classes.buttons}>
          <Button kind="final" isBusy={command.state === 'sending'} onPress={() => void doIt()}>
            {confirm}
          </Button>
          <Button onPress={() => open(false)}>{cancel}</Button>
        </div>
      </Dialog>
    </span>
  );
}

/** What was ended has no button any more: whoever stands on it as it goes stands on the heading of its section then. */
const leaveTo = (place: HTMLElement | null) => () => {
  if (place?.contains(document.activeElement)) place.closest('section')?.querySelector('h2')?.focus();
};
