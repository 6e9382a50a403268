// Giving a sign-off: what is in the way of finding it met, the finding, the rationale, conditions, and what will happen.
import { useState } from 'react';
import { Blockers } from '../app/problem-note.js';
import { SendRow } from '../app/send-row.js';
import { useCommand } from '../app/use-command.js';
import type { Of } from '../gql/graphql.js';
import { RadioGroup } from '../ui/choice.js';
import { Note } from '../ui/note.js';
import { TextArea } from '../ui/text-area.js';
import { findings } from '../words/states.js';
import { checklistInput, draftsFrom, isWhole, tickAt, type TickDrafts } from './checklist-drafts.js';
import { ChecklistForm } from './checklist-form.js';
import { checklistWords } from './checklist.words.js';
import { conditionInput, emptyCondition, isComplete, type ConditionDraft } from './condition-drafts.js';
import { ConditionsEditor } from './conditions-editor.js';
import { useReview } from './review-context.js';
import classes from './review.module.css';
import { giveSignOff } from './review-acts.query.js';
import type { Asked, SignOff } from './review.query.js';
import { useDraft } from './use-draft.js';
import { signWords } from './words.js';

interface SignDraft {
  finding: Of<'Finding'> | null;
  rationale: string;
  conditions: ConditionDraft[];
  ticks: TickDrafts;
}

/** What one said last time is where thinking again begins. Conditions lapse with it, and are set anew. */
const draftFrom = ({ by, finding, rationale, checklist }: SignOff, me: string): SignDraft => {
  if (by?.id !== me) return { finding: null, rationale: '', conditions: [], ticks: {} };
  return { finding, rationale: rationale ?? '', conditions: [], ticks: draftsFrom(checklist?.answers ?? []) };
};

const idsOf = (asked: readonly Asked[]): string[] => asked.map(({ question }) => question.id);

const isReady = ({ finding, rationale, conditions, ticks }: SignDraft, asked: readonly string[]): boolean =>
  finding !== null &&
  rationale.trim() !== '' &&
  isWhole(ticks, asked) &&
  (finding !== 'MET_WITH_CONDITIONS' || (conditions.length > 0 && conditions.every(isComplete)));

export function SignOffForm({ signOff, onDone }: { signOff: SignOff; onDone: () => void }) {
  const { proposal, reference, me } = useReview();
  const send = useCommand(giveSignOff);
  const { value, change, clear } = useDraft(`signOff:${proposal.id}:${signOff.key}`, draftFrom(signOff, me));
  const [isTried, setTried] = useState(false);
  const asked = proposal.questions.filter(each => each.signOff === signOff.key);
  const ids = idsOf(asked);
  const submit = async () => {
    setTried(true);
    const { finding, rationale, conditions, ticks } = value;
    if (!isReady(value, ids) || finding === null) return;
    const set = finding === 'MET_WITH_CONDITIONS' ? { conditions: conditions.map(conditionInput) } : {};
    const given = { ...set, checklist: checklistInput(ticks, ids) };
    const on = { proposalId: proposal.id, expectedVersion: proposal.version, signOff: signOff.key };
    if (!(await send.run({ ...on, finding, rationale, ...given }))) return;
    clear();
    onDone();
  };
  return (
    <div className={classes.form}>
      <InTheWay signOff={signOff} />
      <ChecklistForm {...{ asked, isTried }} ticks={value.ticks} onChange={ticks => change({ ticks })} />
      <SignFields {...{ signOff, asked, value, change, isTried }} />
      <WillHappen finding={value.finding} />
      <SendRow
        command={send}
        label={signWords.sign(signOff.title)}
        reference={reference}
        onSend={submit}
        onCancel={onDone}
      />
    </div>
  );
}

function InTheWay({ signOff: { blockers } }: { signOff: SignOff }) {
  const { proposal, reference } = useReview();
  if (blockers.length === 0) return null;
  const conditionable = proposal.questions.filter(({ question }) => question.conditionable);
  const isConditionable = blockers.some(({ subject }) => conditionable.some(({ question }) => question.id === subject));
  return (
    <Note tone="waiting" title={signWords.inTheWay}>
      <Blockers blockers={blockers} reference={reference} />
      {isConditionable && <p>{signWords.throughCondition}</p>}
    </Note>
  );
}

interface Fields {
  signOff: SignOff;
  asked: readonly Asked[];
  value: SignDraft;
  change: (part: Partial<SignDraft>) => void;
  isTried: boolean;
}

function SignFields({ signOff, asked, value: { finding, rationale, conditions, ticks }, change, isTried }: Fields) {
  const questions = asked.map(({ question }) => question);
  const choose = (chosen: Of<'Finding'>) => {
    const isFirst = chosen === 'MET_WITH_CONDITIONS' && conditions.length === 0;
    change({
      finding: chosen,
      ...(isFirst && { conditions: [emptyCondition(letThrough(signOff, questions, ticks))] }),
    });
  };
  return (
    <>
      <RadioGroup
        label={signWords.finding}
        value={finding}
        onChange={choose}
        options={choices}
        error={isTried && finding === null ? signWords.findingMissing : undefined}
      />
      <TextArea
        label={signWords.rationale}
        description={signWords.rationaleHint}
        value={rationale}
        onChange={words => change({ rationale: words })}
        error={isTried && rationale.trim() === '' ? signWords.rationaleMissing : undefined}
      />
      {finding === 'MET_WITH_CONDITIONS' && (
        <ConditionsEditor {...{ conditions, questions, isTried }} onChange={edited => change({ conditions: edited })} />
      )}
      {isTried && finding === 'MET_WITH_CONDITIONS' && conditions.length === 0 && <p>{signWords.conditionMissing}</p>}
      {isTried && !isWhole(ticks, idsOf(asked)) && <p>{checklistWords.notesMissing}</p>}
    </>
  );
}

/** The questions in the way that a condition can let through are what its first condition is about, those with a No among them. */
const letThrough = (
  { blockers }: SignOff,
  questions: readonly { id: string; blocking: boolean; conditionable: boolean }[],
  ticks: TickDrafts,
): string[] =>
  questions
    .filter(({ id, blocking, conditionable }) => {
      const isDenied = blocking && tickAt(ticks, id).answer === 'NO';
      return conditionable && (isDenied || blockers.some(({ subject }) => subject === id));
    })
    .map(({ id }) => id);

const choices = [
  { value: 'MET', label: findings.MET.word, description: signWords.met },
  { value: 'MET_WITH_CONDITIONS', label: findings.MET_WITH_CONDITIONS.word, description: signWords.metWithConditions },
  { value: 'NOT_MET', label: findings.NOT_MET.word, description: signWords.notMet },
] as const;

function WillHappen({ finding }: { finding: Of<'Finding'> | null }) {
  const { proposal } = useReview();
  return (
    <div>
      <h3>{signWords.willHappen}</h3>
      <ul>
        <li>{signWords.binds(proposal.revision)}</li>
        <li>{signWords.goesStale}</li>
        {finding === 'NOT_MET' && <li>{signWords.notMetStays}</li>}
        {finding === 'MET_WITH_CONDITIONS' && <li>{signWords.conditionsHold}</li>}
      </ul>
    </div>
  );
}
