// An act that is not for every day, folded away: what it is called, what will happen, what it asks for, the button, why it was refused.
import type { ReactNode } from 'react';
import { Button } from '../ui/button.js';
import { Disclosure } from '../ui/disclosure.js';
import { LiveNote } from '../ui/live-note.js';
import { ProblemNote } from './problem-note.js';
import type { Problem } from './problem.js';

interface FoldedActProps {
  title: string;
  /** What will happen, in sentences. */
  what: string;
  button: string;
  /** Why it cannot be done now. */
  why?: string;
  state: string;
  problem: Problem | undefined;
  /** What is said once it is done, where the page stays. */
  done?: string;
  onAct: () => void;
  children?: ReactNode;
}

export const FoldedAct = ({ title, what, button, why, state, problem, done, onAct, children }: FoldedActProps) => (
  <div className="unprinted">
    <Disclosure title={title}>
      <p>{what}</p>
      {children}
      <ProblemNote problem={problem} />
      <p>
        <Button kind="final" why={why} isBusy={state === 'sending'} onPress={onAct}>
          {button}
        </Button>{' '}
        <LiveNote>{state === 'done' && done}</LiveNote>
      </p>
    </Disclosure>
  </div>
);
