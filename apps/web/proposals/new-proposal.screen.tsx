// A new proposal: blank, a copy of one, or the record of an urgent disclosure.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ProblemNote } from '../app/problem-note.js';
import { Screen } from '../app/screen.js';
import { useSession } from '../app/session.js';
import { useCommand } from '../app/use-command.js';
import { Button } from '../ui/button.js';
import { RadioGroup } from '../ui/choice.js';
import { Note } from '../ui/note.js';
import { TextField } from '../ui/text-field.js';
import classes from './new-proposal.module.css';
import { copyQuery, draftProposal } from './new-proposal.query.js';
import { newProposalWords } from './new-proposal.words.js';
import { UrgentRecord } from './urgent-record.js';

type How = 'blank' | 'copy' | 'urgent';

const ways = (['blank', 'copy', 'urgent'] as const).map(value => ({
  ...{ value, label: newProposalWords[value] },
  description: newProposalWords[`${value}Help`],
}));

export function NewProposalScreen() {
  const { has } = useSession();
  const [how, setHow] = useState<How>('blank');
  return (
    <Screen title={newProposalWords.screen} lead={newProposalWords.lead}>
      {has('analyst') ? (
        <div className={classes.form}>
          <RadioGroup label={newProposalWords.how} options={ways} value={how} onChange={setHow} />
          {how === 'urgent' ? <UrgentRecord /> : <Draft isCopy={how === 'copy'} />}
        </div>
      ) : (
        <Note tone="plain">
          <p>{newProposalWords.notYours}</p>
        </Note>
      )}
    </Screen>
  );
}

function Draft({ isCopy }: { isCopy: boolean }) {
  const draft = useCommand(draftProposal);
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [copyOf, setCopyOf] = useState<string | null>(null);
  const begin = async () => {
    const receipt = await draft.run({ title, ...(isCopy && { copyOf }) });
    if (!receipt) return;
    const { reference } = receipt.proposal;
    await navigate({ to: '/proposals/$reference/dossier/{-$section}', params: { reference, section: 'summary' } });
  };
  const why =
    title.trim() === '' ? newProposalWords.needTitle : isCopy && !copyOf ? newProposalWords.needCopy : undefined;
  return (
    <>
      {isCopy && <ToCopy value={copyOf} onChange={setCopyOf} />}
      <TextField
        label={newProposalWords.title}
        description={newProposalWords.titleHelp}
        value={title}
        onChange={setTitle}
      />
      <ProblemNote problem={draft.problem} />
      <p>
        <Button kind="main" why={why} isBusy={draft.state === 'sending'} onPress={() => void begin()}>
          {newProposalWords.begin}
        </Button>
      </p>
    </>
  );
}

function ToCopy({ value, onChange }: { value: string | null; onChange: (id: string) => void }) {
  const [text, setText] = useState('');
  const [{ data }] = useQuery({ query: copyQuery, variables: { text: text.trim() || null } });
  const found = data?.proposals.edges.map(({ node }) => node) ?? [];
  const options = found.map(({ id, reference, title }) => ({ value: id, label: `${reference} · ${title}` }));
  return (
    <>
      <TextField
        label={newProposalWords.find}
        description={newProposalWords.findHelp}
        type="search"
        value={text}
        onChange={setText}
      />
      {data && options.length === 0 ? (
        <p role="status">{newProposalWords.none}</p>
      ) : (
        <RadioGroup label={newProposalWords.which} options={options} value={value} onChange={onChange} />
      )}
    </>
  );
}
