// A change of the dossier or of the tier, seen by the sign-offs: which are shaken, and the events that say so.
// Saving (decide/) and previewing (preview.ts) both come through here, so they cannot disagree.
import type { Catalogue } from '../catalogue/index.js';
import type { Tier } from '../vocabulary/index.js';
import { definitionForTier, getDefinition, pinOf } from '../workflows/index.js';
import type { Change } from './changes.js';
import type { DossierFacts } from './dossier.js';
import type { ProposalEvent } from './events.js';
import type { Proposal } from './proposal.js';
import { shakenSignOffs } from './stale.js';

export interface NewFooting {
  changes: Change[];
  facts: DossierFacts;
  tier: Tier;
}

/** One event for each sign-off that was given and current and now rests on something else. */
export function reconsider(
  catalogue: Catalogue,
  proposal: Proposal,
  { changes, facts, tier }: NewFooting,
): ProposalEvent[] {
  const definition = tier === proposal.tier ? getDefinition(proposal.workflow) : definitionForTier(tier);
  const shaken = shakenSignOffs({
    catalogue,
    definition,
    changes,
    before: { facts: proposal.dossier.facts, tier: proposal.tier },
    after: { facts, tier },
    irrelevant: proposal.irrelevant,
  });
  return [...shaken]
    .filter(([key]) => proposal.signOffs[key]?.status === 'GIVEN')
    .map(([signOff, staleBecause]) => ({ type: 'SignOffMadeStale', signOff, staleBecause }));
}

/** A change of tier pins the definition of the new tier in the same command, and both are recorded. */
export function tierEvents(from: Tier, to: Tier, reason?: string): ProposalEvent[] {
  if (from === to) return [];
  return [
    { type: 'TierChanged', from, to, raised: reason !== undefined, ...(reason ? { reason } : {}) },
    { type: 'WorkflowPinned', workflow: pinOf(definitionForTier(to)) },
  ];
}
