// The record of an urgent disclosure: its fields as the catalogue has them, U-1 to U-8.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { ProblemNote } from '../app/problem-note.js';
import { useCommand } from '../app/use-command.js';
import { Button } from '../ui/button.js';
import { Disclosure } from '../ui/disclosure.js';
import { Plain } from '../ui/plain.js';
import { Select } from '../ui/select.js';
import { TextArea } from '../ui/text-area.js';
import { TextField } from '../ui/text-field.js';
import { recordUrgentDisclosure, urgentQuery } from './new-proposal.query.js';
import { newProposalWords } from './new-proposal.words.js';

interface UrgentField {
  id: string;
  title: string;
  prompt: string;
  help: string;
  goodAnswer?: string;
  options?: string[];
  required?: boolean;
}

export function UrgentRecord() {
  const [query] = useQuery({ query: urgentQuery });
  return <Loaded query={query}>{({ catalogue }) => <Form fields={catalogue.urgentRecord as UrgentField[]} />}</Loaded>;
}

function Form({ fields }: { fields: readonly UrgentField[] }) {
  const put = useCommand(recordUrgentDisclosure);
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [record, setRecord] = useState<Readonly<Record<string, string>>>({});
  const act = async () => {
    const given = Object.fromEntries(Object.entries(record).filter(([, words]) => words.trim() !== ''));
    const receipt = await put.run({ title, record: given });
    if (receipt) await navigate({ to: '/proposals/$reference', params: { reference: receipt.proposal.reference } });
  };
  return (
    <>
      <UrgentTitle value={title} onChange={setTitle} />
      {fields.map(field => (
        <One
          key={field.id}
          field={field}
          value={record[field.id] ?? ''}
          isWrong={put.problem?.path?.includes(field.id) ?? false}
          onChange={words => setRecord(before => ({ ...before, [field.id]: words }))}
        />
      ))}
      <p>{newProposalWords.recordWhat}</p>
      <ProblemNote problem={put.problem} />
      <p>
        <Button
          kind="final"
          why={title.trim() === '' ? newProposalWords.needTitle : undefined}
          isBusy={put.state === 'sending'}
          onPress={() => void act()}
        >
          {newProposalWords.record}
        </Button>
      </p>
    </>
  );
}

const UrgentTitle = ({ value, onChange }: { value: string; onChange: (title: string) => void }) => (
  <TextField label={newProposalWords.title} description={newProposalWords.urgentTitleHelp} {...{ value, onChange }} />
);

interface OneProps {
  field: UrgentField;
  value: string;
  isWrong: boolean;
  onChange: (words: string) => void;
}

function One({
  field: { id, title, prompt, help, goodAnswer, options = [], required },
  value,
  isWrong,
  onChange,
}: OneProps) {
  const field = { label: `${id} ${title}`, isOptional: required === false, error: isWrong ? prompt : undefined };
  return (
    <div>
      {options.length > 0 ? (
        <Select
          {...field}
          description={prompt}
          options={options.map(option => ({ value: option, label: option }))}
          value={value || null}
          placeholder={newProposalWords.choose}
          onChange={onChange}
        />
      ) : (
        <TextArea {...field} description={prompt} value={value} rows={2} onChange={onChange} />
      )}
      <Disclosure title={`${title}: ${newProposalWords.good}`}>
        {help.split(/\n+/).map(paragraph => (
          <p key={paragraph}>
            <Plain text={paragraph} />
          </p>
        ))}
        {goodAnswer && (
          <p>
            {newProposalWords.good} <Plain text={goodAnswer} />
          </p>
        )}
      </Disclosure>
    </div>
  );
}
