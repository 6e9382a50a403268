// The check of one entry as somebody sees it: the verdict, each step with its sentence, the path of hashes, and what stays open.
import { Button } from '../../ui/button.js';
import { Disclosure } from '../../ui/disclosure.js';
import { Note } from '../../ui/note.js';
import { ProgressLine } from '../../ui/progress-line.js';
import { Section } from '../../ui/section.js';
import { StatusMark } from '../../ui/status-mark.js';
import type { State } from '../../words/states.js';
import { limitWords } from '../history.words.js';
import type { Checked, Outcome, Step } from './check-proof.js';
import type { ShownEntry } from './evidence.js';
import { HashPath } from './hash-path.js';
import { KeyPanel } from './key-panel.js';
import classes from './proof.module.css';
import { proofWords } from './proof.words.js';
import { useProof, type ProofState } from './use-proof.js';

const outcomes: Record<Outcome, State> = {
  holds: { word: proofWords.outcomeHolds, tone: 'settled' },
  fails: { word: proofWords.outcomeFails, tone: 'blocked' },
  open: { word: proofWords.outcomeOpen, tone: 'waiting' },
};

export function ProofPanel({ entry }: { entry: ShownEntry }) {
  const { state, serverKey, checkAgain } = useProof(entry);
  return (
    <Section
      title={proofWords.title}
      id="proof"
      actions={<Button onPress={checkAgain}>{proofWords.checkAgain}</Button>}
    >
      <p className={classes.lead}>{proofWords.lead}</p>
      <div role="status" className={classes.verdict}>
        <Verdict state={state} />
      </div>
      {state.is === 'checked' && <Steps checked={state.checked} />}
      <KeyPanel serverKey={serverKey} onForget={checkAgain} />
      <p className={classes.limits}>
        <strong>{limitWords.title}.</strong> {limitWords.text}
      </p>
    </Section>
  );
}

const unchecked = {
  unsealed: { tone: 'waiting', says: proofWords.unsealed },
  malformed: { tone: 'blocked', says: proofWords.malformed },
  unanswered: { tone: 'waiting', says: proofWords.failedToAsk },
  'too-old': { tone: 'waiting', says: proofWords.tooOld },
} as const;

function Verdict({ state }: { state: ProofState }) {
  if (state.is === 'checking') return <ProgressLine label={proofWords.checking} />;
  const { tone, says } =
    state.is === 'checked'
      ? { tone: outcomes[state.checked.outcome].tone, says: proofWords[state.checked.outcome] }
      : unchecked[state.is];
  return (
    <Note tone={tone}>
      <strong>{says}</strong>
    </Note>
  );
}

const Steps = ({ checked }: { checked: Checked }) => (
  <>
    <ol className={classes.steps}>
      {checked.steps.map(step => (
        <StepLine key={step.key} step={step} />
      ))}
    </ol>
    <Disclosure title={proofWords.pathDrawn} isOpen>
      <HashPath checked={checked} />
    </Disclosure>
  </>
);

const StepLine = ({ step: { key, outcome, says } }: { step: Step }) => (
  <li className={classes.step}>
    <h3>{proofWords[key]}</h3>
    <p>
      <StatusMark state={outcomes[outcome]} />
    </p>
    <p>{says}</p>
  </li>
);
