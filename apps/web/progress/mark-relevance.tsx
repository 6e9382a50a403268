// A privacy officer says that a question matters for this proposal, or does not.
import { useState } from 'react';
import { useQuery } from 'urql';
import { FoldedAct } from '../app/folded-act.js';
import { useProposal } from '../app/proposal-frame.js';
import { useCommand } from '../app/use-command.js';
import { RadioGroup } from '../ui/choice.js';
import { Select } from '../ui/select.js';
import { TextArea } from '../ui/text-area.js';
import { markRelevance, questionsToMark } from './steering.query.js';
import { steeringWords as words } from './steering.words.js';

type Relevance = 'matters' | 'mattersNot';
const relevances = (['matters', 'mattersNot'] as const).map(value => ({ value, label: words[value] }));

export function MarkRelevance({ version }: { version: number }) {
  const { id: proposalId } = useProposal();
  const [{ data }] = useQuery({ query: questionsToMark });
  const [questionId, setQuestion] = useState<string | null>(null);
  const [how, setHow] = useState<Relevance | null>(null);
  const [reason, setReason] = useState('');
  const mark = useCommand(markRelevance);
  const act = async () => {
    const input = { proposalId, expectedVersion: version, questionId: questionId ?? '', relevant: how === 'matters' };
    if (!(await mark.run({ ...input, reason }))) return;
    setQuestion(null);
    setHow(null);
    setReason('');
  };
  return (
    <FoldedAct
      title={words.mark}
      what={words.markWhat}
      button={words.markAct}
      why={lacking(questionId, how, reason)}
      {...mark}
      done={words.done}
      onAct={() => void act()}
    >
      <Select
        label={words.markQuestion}
        options={(data?.catalogue.questions ?? []).map(({ id, title }) => ({ value: id, label: `${id}: ${title}` }))}
        value={questionId}
        onChange={setQuestion}
        placeholder={words.markNone}
      />
      <RadioGroup label={words.markHow} options={relevances} value={how} onChange={setHow} />
      <TextArea label={words.reason} value={reason} onChange={setReason} rows={2} />
    </FoldedAct>
  );
}

function lacking(questionId: string | null, how: Relevance | null, reason: string): string | undefined {
  if (questionId === null) return words.markNone;
  if (how === null) return words.markHowNone;
  return reason.trim() === '' ? words.reasonMissing : undefined;
}
