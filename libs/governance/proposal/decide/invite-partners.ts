// invitePartners: the author or an engagement lead asks other organisations in. `docs/rules.md` 4.
import { blockedBy } from '../../problems.js';
import type { CommandRule } from '../situation.js';

export const invitePartners: CommandRule<'InvitePartners'> = {
  faults: ({ organisationIds }, { facts, proposal }) => {
    const unknown = organisationIds.some(id => !facts.organisationIds.includes(id));
    if (unknown) return [{ path: 'organisationIds', code: 'unknown-organisation' }];
    return organisationIds.includes(proposal.leadOrganisationId)
      ? [{ path: 'organisationIds', code: 'not-accepted-here', expected: 'organisations other than the lead' }]
      : [];
  },
  events: () => ['InvitePartners'],
  decide: ({ organisationIds }, { proposal }) => {
    const fresh = [...new Set(organisationIds)].filter(id => !proposal.partnerIds.includes(id));
    if (fresh.length === 0) return blockedBy('already-invited');
    return [{ type: 'PartnersInvited', organisationIds: fresh }];
  },
};
