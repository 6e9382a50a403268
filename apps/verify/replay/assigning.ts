// Was this piece of work theirs to give, and to get? Whoever may do it may take it. From docs/rules.md, and from no rule of the product.
import type { Act } from './act.js';
import type { Standing } from './standing.js';

interface Taker {
  person: string;
  organisation: string;
  role: string;
}

/** Of whoever gives it, and of whoever gets it, where anybody does. */
export function faultOfAssigning(standing: Standing, { said, person, organisation, role }: Act): string | undefined {
  const { to, work } = said;
  const takers: Taker[] = [{ person, organisation, role }];
  if (to) takers.push({ person: to.personId, organisation: to.organisationId, role: to.role });
  const outsider = takers.find(taker => !mayTake(work, taker, standing));
  return outsider && `${work} was not for ${outsider.person} to take as ${outsider.role}.`;
}

function mayTake(work: string, { person, organisation, role }: Taker, standing: Standing): boolean {
  const [kind = '', key = ''] = work.split(':');
  const isOfLead = organisation === standing.lead;
  const isParty = standing.authors.has(person) || standing.conflicted.has(person);
  switch (kind) {
    case 'signOff': {
      const roles = standing.required.find(each => each.key === key)?.roles ?? [];
      return isOfLead && !isParty && !standing.deciders.has(person) && roles.some(each => each === role);
    }
    case 'decision':
      return isOfLead && !isParty && !standing.signed.has(person) && role === 'approver';
    case 'condition':
      return isOfLead && person !== standing.author && role === 'privacy_officer';
    case 'say':
      return role === 'partner' && organisation === key && standing.partners.has(key);
    case 'concern':
      return mayTakeConcern(key, { person, organisation, role }, standing);
    default:
      return false;
  }
}

/** Open, it is the lead's to answer; answered, its raiser's side's to settle. */
function mayTakeConcern(id: string, { person, organisation, role }: Taker, standing: Standing): boolean {
  const concern = standing.concerns.get(id);
  if (concern?.status === 'ANSWERED')
    return person === concern.by || (role === 'partner' && organisation === concern.organisation);
  const isLeads = role === 'engagement_lead' || (person === standing.author && concern?.audience !== 'REVIEWERS');
  return concern?.status === 'OPEN' && organisation === standing.lead && isLeads;
}
