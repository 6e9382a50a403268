// Answering a concern, and the last word of whoever raised it.
import { useState } from 'react';
import { useProposal } from '../app/proposal-frame.js';
import { SendRow } from '../app/send-row.js';
import { useCommand } from '../app/use-command.js';
import type { Of } from '../gql/graphql.js';
import { RadioGroup } from '../ui/choice.js';
import { Section } from '../ui/section.js';
import { TextArea } from '../ui/text-area.js';
import { dispositions } from '../words/states.js';
import type { ConcernActs } from './concern-acts.js';
import { answerConcern, settleConcern } from './concern.query.js';
import classes from './review.module.css';
import type { Concern } from './concern.query.js';
import { useDraft } from './use-draft.js';
import { concernWords } from './concern.words.js';

interface AnswerDraft {
  disposition: Of<'Disposition'> | null;
  response: string;
}

const noAnswer: AnswerDraft = { disposition: null, response: '' };

export function AnswerForm({ concern }: { concern: Concern }) {
  const { id: proposalId, reference } = useProposal();
  const send = useCommand(answerConcern);
  const { value, change, clear } = useDraft(`answer:${concern.id}`, noAnswer);
  const [isTried, setTried] = useState(false);
  const { disposition, response } = value;
  const submit = async () => {
    setTried(true);
    if (disposition === null || response.trim() === '') return;
    if (!(await send.run({ proposalId, concernId: concern.id, disposition, response }))) return;
    clear();
    setTried(false);
  };
  return (
    <Section title={concern.response === null ? concernWords.answerTitle : concernWords.answerAgain}>
      <div className={classes.form}>
        <RadioGroup
          label={concernWords.disposition}
          value={disposition}
          onChange={chosen => change({ disposition: chosen })}
          options={dispositionChoices}
          error={isTried && disposition === null ? concernWords.dispositionMissing : undefined}
        />
        <TextArea
          label={concernWords.response}
          value={response}
          onChange={words => change({ response: words })}
          error={isTried && response.trim() === '' ? concernWords.responseMissing : undefined}
        />
        <p>{concernWords.answerNote}</p>
        <SendRow command={send} label={concernWords.sendAnswer} reference={reference} onSend={submit} />
      </div>
    </Section>
  );
}

const dispositionChoices = [
  { value: 'ACCEPTED', label: dispositions.ACCEPTED, description: concernWords.accepted },
  { value: 'PARTLY_ACCEPTED', label: dispositions.PARTLY_ACCEPTED, description: concernWords.partly },
  { value: 'NOT_ACCEPTED', label: dispositions.NOT_ACCEPTED, description: concernWords.notAccepted },
] as const;

type Outcome = ConcernActs['outcomes'][number];

const noWord: { outcome: Outcome | null; note: string } = { outcome: null, note: '' };

export function LastWordForm({ concern, outcomes }: { concern: Concern; outcomes: Outcome[] }) {
  const { id: proposalId, reference } = useProposal();
  const send = useCommand(settleConcern);
  const { value, change, clear } = useDraft(`settle:${concern.id}`, noWord);
  const [isTried, setTried] = useState(false);
  const outcome = outcomes.find(each => each === value.outcome) ?? null;
  const submit = async () => {
    setTried(true);
    if (outcome === null) return;
    const note = value.note.trim() === '' ? {} : { note: value.note };
    if (!(await send.run({ proposalId, concernId: concern.id, outcome, ...note }))) return;
    clear();
    setTried(false);
  };
  return (
    <Section title={concernWords.settleTitle}>
      <div className={classes.form}>
        <Outcomes {...{ outcome, outcomes, isTried }} onChange={chosen => change({ outcome: chosen })} />
        <TextArea
          isOptional
          rows={2}
          label={concernWords.note}
          value={value.note}
          onChange={note => change({ note })}
        />
        <SendRow
          command={send}
          kind={outcome === 'WITHDRAWN' ? 'final' : 'main'}
          label={concernWords.send}
          reference={reference}
          onSend={submit}
        />
      </div>
    </Section>
  );
}

const lastWords = {
  SETTLED: { label: concernWords.settle, description: concernWords.settleNote },
  DISPUTED: { label: concernWords.dispute, description: concernWords.disputeNote },
  WITHDRAWN: { label: concernWords.withdraw, description: concernWords.withdrawNote },
};

interface Chosen {
  outcome: Outcome | null;
  outcomes: Outcome[];
  isTried: boolean;
  onChange: (outcome: Outcome) => void;
}

const Outcomes = ({ outcome, outcomes, isTried, onChange }: Chosen) => (
  <RadioGroup
    label={concernWords.outcome}
    value={outcome}
    onChange={onChange}
    options={outcomes.map(each => ({ value: each, ...lastWords[each] }))}
    error={isTried && outcome === null ? concernWords.outcomeMissing : undefined}
  />
);
