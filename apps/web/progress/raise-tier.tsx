// A privacy officer asks for a more thorough review.
import { useState } from 'react';
import { FoldedAct } from '../app/folded-act.js';
import { useProposal } from '../app/proposal-frame.js';
import { useCommand } from '../app/use-command.js';
import type { Of } from '../gql/graphql.js';
import { RadioGroup } from '../ui/choice.js';
import { TextArea } from '../ui/text-area.js';
import { tiers } from '../words/states.js';
import { higherTiers } from './higher-tiers.js';
import { raiseTier } from './steering.query.js';
import { steeringWords } from './steering.words.js';

export function RaiseTier({ tier: now, version }: { tier: Of<'Tier'>; version: number }) {
  const { id: proposalId } = useProposal();
  const [tier, setTier] = useState<Of<'Tier'> | null>(null);
  const [reason, setReason] = useState('');
  const raise = useCommand(raiseTier);
  const act = async (to: Of<'Tier'>) => {
    if (!(await raise.run({ proposalId, expectedVersion: version, tier: to, reason }))) return;
    setTier(null);
    setReason('');
  };
  const missing = reason.trim() === '' ? steeringWords.reasonMissing : undefined;
  return (
    <FoldedAct
      title={steeringWords.raise}
      what={steeringWords.raiseWhat}
      button={steeringWords.raiseAct}
      why={tier === null ? steeringWords.raiseNone : missing}
      {...raise}
      done={steeringWords.done}
      onAct={() => void (tier && act(tier))}
    >
      <RadioGroup
        label={steeringWords.raiseTo}
        options={higherTiers(now).map(value => ({ value, label: tiers[value] }))}
        value={tier}
        onChange={setTier}
      />
      <TextArea label={steeringWords.reason} value={reason} onChange={setReason} rows={2} />
    </FoldedAct>
  );
}
