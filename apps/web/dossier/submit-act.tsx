// The act of submitting: what it will do, a word to the reviewers, the button.
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useSession } from '../app/session.js';
import { ProblemNote } from '../app/problem-note.js';
import { useCommand } from '../app/use-command.js';
import { Button } from '../ui/button.js';
import { Note } from '../ui/note.js';
import { Section } from '../ui/section.js';
import { TextArea } from '../ui/text-area.js';
import { tiers } from '../words/states.js';
import { isSomethingKept } from './kept-drafts.js';
import { submitProposal, type Submitting } from './submit.query.js';
import { submitWords } from './submit.words.js';

export function SubmitAct({ proposal, reference }: { proposal: Submitting; reference: string }) {
  const submit = useCommand(submitProposal);
  const navigate = useNavigate();
  const [message, setMessage] = useState('');
  const command = proposal.availableCommands.find(each => each.command === 'submitProposal');
  const act = async () => {
    const input = { proposalId: proposal.id, expectedVersion: proposal.version, message: message || null };
    if (await submit.run(input)) await navigate({ to: '/proposals/$reference', params: { reference } });
  };
  const why = command?.allowed ? undefined : submitWords.notYet;
  return (
    <Section title={submitWords.act}>
      <p>{submitWords.what(tiers[proposal.tier])}</p>
      <KeptNote proposalId={proposal.id} />
      <TextArea label={submitWords.message} isOptional value={message} onChange={setMessage} rows={2} />
      <ProblemNote problem={submit.problem} reference={reference} />
      <p>
        <Button kind="final" why={why} isBusy={submit.state === 'sending'} onPress={() => void act()}>
          {submitWords.submit(proposal.revision)}
        </Button>
      </p>
    </Section>
  );
}

/** What is only in this browser would not be submitted: that should be known before. */
function KeptNote({ proposalId }: { proposalId: string }) {
  const { person } = useSession();
  const [isKept, setKept] = useState(false);
  useEffect(() => void isSomethingKept(person.id, proposalId).then(setKept), [person.id, proposalId]);
  if (!isKept) return null;
  return (
    <Note tone="waiting">
      <p>{submitWords.kept}</p>
    </Note>
  );
}
