// What keeps a proposal in good order: raising its tier, marking questions, handing over, withdrawing, conflicts, and
// a partner's own alternative. `docs/rules.md` 1, 4, 7, 11 and facts and tier.
import { breachOfAuthoring } from '../../duties.js';
import { blocked, blockedBy, type Fault } from '../../problems.js';
import { isHigher } from '../../vocabulary/index.js';
import type { ProposalEvent } from '../events.js';
import { partnersAlternative } from '../merge.js';
import { reconsider, tierEvents } from '../reconsider.js';
import type { CommandRule } from '../situation.js';

/** A privacy officer, upwards only; it holds from then on. */
export const raiseTier: CommandRule<'RaiseTier'> = {
  events: () => ['RaiseTier'],
  decide: ({ tier, reason }, { proposal, catalogue }) => {
    if (!isHigher(tier, proposal.tier)) return blockedBy('not-higher', 'tier');
    const { facts } = proposal.dossier;
    return [
      ...tierEvents(proposal.tier, tier, reason),
      ...reconsider(catalogue, proposal, { changes: [], facts, tier }),
    ];
  },
};

export const markRelevance: CommandRule<'MarkRelevance'> = {
  malformed: ({ questionId }, { catalogue }) =>
    catalogue.questions.has(questionId) ? [] : [{ path: 'questionId', code: 'unknown-question' }],
  events: () => ['MarkRelevance'],
  decide: ({ questionId, relevant, reason }) => [{ type: 'RelevanceMarked', questionId, relevant, reason }],
};

/** To another analyst of the lead organisation, who has judged nothing of this proposal. */
export const handOverProposal: CommandRule<'HandOverProposal'> = {
  circumstance: (_, { facts: { authorHasLeft } }) => ({ authorHasLeft }),
  faults: (_, { facts: { person }, proposal }): Fault[] => {
    const { leadOrganisationId, author } = proposal;
    const isAnalyst = person?.roles.some(
      ({ role, organisationId }) => role === 'analyst' && organisationId === leadOrganisationId,
    );
    const expected = 'another analyst of the lead organisation';
    return isAnalyst && person?.id !== author.personId
      ? []
      : [{ path: 'toPersonId', code: 'unknown-person', expected }];
  },
  events: () => ['HandOverProposal'],
  decide: ({ toPersonId, reason }, { proposal }) => {
    if (breachOfAuthoring(proposal, toPersonId))
      return blocked('separation-of-duties', { code: 'separation-of-duties' });
    const to = { personId: toPersonId, organisationId: proposal.leadOrganisationId, role: 'analyst' as const };
    return [{ type: 'ProposalHandedOver', from: proposal.author.personId, to, reason }];
  },
};

export const withdrawProposal: CommandRule<'WithdrawProposal'> = {
  events: () => ['WithdrawProposal'],
  decide: ({ reason }) => [{ type: 'ProposalWithdrawn', reason }],
};

/** One's own; it takes effect at once, on a sign-off already given as well. */
export const declareConflict: CommandRule<'DeclareConflict'> = {
  events: () => ['DeclareConflict'],
  decide: ({ reason }, { proposal, by }) => {
    const shaken = Object.values(proposal.signOffs).filter(
      signOff => signOff.status === 'GIVEN' && signOff.by?.personId === by.personId,
    );
    return [
      { type: 'ConflictDeclared', reason },
      ...shaken.map(({ key }): ProposalEvent => ({
        type: 'SignOffMadeStale',
        signOff: key,
        staleBecause: ['conflict'],
      })),
    ];
  },
};

export const proposeAlternative: CommandRule<'ProposeAlternative'> = {
  events: () => ['ProposeAlternative'],
  decide: (command, { proposal, catalogue, actor, newId }) => {
    const alternative = partnersAlternative(newId(), command, actor);
    const { id } = alternative;
    const { tier, dossier } = proposal;
    const change = { path: `alternatives.${id}`, section: 'alternatives', id, kind: 'added' } as const;
    return [
      { type: 'AlternativeProposed', revision: proposal.revision + 1, alternative },
      ...reconsider(catalogue, proposal, { changes: [change], facts: dossier.facts, tier }),
    ];
  },
};
