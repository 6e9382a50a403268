// What else the author may do with a proposal: take it back, or hand it over. Each says what will happen before it does.
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FoldedAct } from '../app/folded-act.js';
import type { Problem } from '../app/problem.js';
import { useCommand } from '../app/use-command.js';
import { useSession } from '../app/session.js';
import { Section } from '../ui/section.js';
import { Select } from '../ui/select.js';
import { TextArea } from '../ui/text-area.js';
import { handOverProposal, withdrawProposal, type Submitting } from './submit.query.js';
import { submitWords } from './submit.words.js';

interface Person {
  id: string;
  displayName: string;
}

export function Otherwise({ proposal, people }: { proposal: Submitting; people: readonly Person[] }) {
  const may = (name: string) => proposal.availableCommands.some(({ command, allowed }) => command === name && allowed);
  const [mayWithdraw, mayHandOver] = [may('withdrawProposal'), may('handOverProposal')];
  if (!mayWithdraw && !mayHandOver) return null;
  return (
    <Section title={submitWords.otherwise}>
      {mayHandOver && <HandOver {...{ proposal, people }} />}
      {mayWithdraw && <Withdraw proposal={proposal} />}
    </Section>
  );
}

function Withdraw({ proposal }: { proposal: Submitting }) {
  const withdraw = useCommand(withdrawProposal);
  const navigate = useNavigate();
  const act = async (reason: string) => {
    if (await withdraw.run({ proposalId: proposal.id, expectedVersion: proposal.version, reason }))
      await navigate({ to: '/' });
  };
  return (
    <Act
      title={submitWords.withdraw}
      what={submitWords.withdrawWhat}
      button={submitWords.withdrawAct}
      {...withdraw}
      onAct={reason => void act(reason)}
    />
  );
}

function HandOver({ proposal, people }: { proposal: Submitting; people: readonly Person[] }) {
  const handOver = useCommand(handOverProposal);
  const navigate = useNavigate();
  const { person } = useSession();
  const [to, setTo] = useState<string | null>(null);
  const act = async (reason: string) => {
    const input = { proposalId: proposal.id, expectedVersion: proposal.version, toPersonId: to ?? '', reason };
    if (await handOver.run(input)) await navigate({ to: '/' });
  };
  return (
    <Act
      title={submitWords.handOver}
      what={submitWords.handOverWhat}
      button={submitWords.handOverAct}
      why={to === null ? submitWords.choosePerson : undefined}
      {...handOver}
      onAct={reason => void act(reason)}
    >
      <Select
        label={submitWords.handOverTo}
        options={people
          .filter(({ id }) => id !== person.id)
          .map(({ id, displayName }) => ({ value: id, label: displayName }))}
        value={to}
        onChange={setTo}
        placeholder={submitWords.choosePerson}
      />
    </Act>
  );
}

interface ActProps {
  title: string;
  what: string;
  button: string;
  why?: string;
  state: string;
  problem: Problem | undefined;
  onAct: (reason: string) => void;
  children?: ReactNode;
}

function Act({ onAct, children, ...act }: ActProps) {
  const [reason, setReason] = useState('');
  return (
    <FoldedAct {...act} onAct={() => onAct(reason)}>
      {children}
      <TextArea label={submitWords.reason} value={reason} onChange={setReason} rows={2} />
    </FoldedAct>
  );
}
