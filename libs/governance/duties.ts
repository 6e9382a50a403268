// Separation of duties and conflicts of interest (`docs/rules.md` 7, GR-5): hard denials, ANDed after the policy.
// They look at people, not roles; past, stale and withdrawn acts count; administrators are not exempt.
import type { Acts, Proposal } from './proposal/proposal.js';
import { incompatibleSignOffs, mostSignOffsOfOnePerson, type SignOffKey } from './vocabulary/index.js';

export type Breach = 'separation-of-duties' | 'conflict-of-interest';

const signedBy = ({ signers }: Acts, personId: string): SignOffKey[] => [
  ...new Set(signers.filter(signer => signer.personId === personId).map(({ key }) => key)),
];

const areIncompatible = (one: SignOffKey, other: SignOffKey): boolean =>
  incompatibleSignOffs.some(pair => pair.includes(one) && pair.includes(other) && one !== other);

/** Whoever was the author at any time, or decided before, signs nothing. */
export function breachOfSigning({ acts }: Proposal, personId: string, key: SignOffKey): Breach | undefined {
  if (acts.inConflict.includes(personId)) return 'conflict-of-interest';
  if (acts.authors.includes(personId) || acts.deciders.includes(personId)) return 'separation-of-duties';
  const others = signedBy(acts, personId).filter(signed => signed !== key);
  if (others.length >= mostSignOffsOfOnePerson) return 'separation-of-duties';
  if (others.some(other => areIncompatible(other, key))) return 'separation-of-duties';
  return key === 'consultation' && answeredOtherwise(acts, personId) ? 'separation-of-duties' : undefined;
}

/** Answering concerns is an engagement lead's work; who answered in another role does not judge whether they were heard. */
const answeredOtherwise = ({ answerers }: Acts, personId: string): boolean =>
  answerers.some(answerer => answerer.personId === personId && answerer.role !== 'engagement_lead');

export function breachOfDeciding({ acts }: Proposal, personId: string): Breach | undefined {
  if (acts.inConflict.includes(personId)) return 'conflict-of-interest';
  const isParty = acts.authors.includes(personId) || signedBy(acts, personId).length > 0;
  return isParty ? 'separation-of-duties' : undefined;
}

/** Words are not erased for one's own convenience: whoever was the author, or has a conflict, leaves it to somebody else. */
export function breachOfErasing({ acts }: Proposal, personId: string): Breach | undefined {
  if (acts.inConflict.includes(personId)) return 'conflict-of-interest';
  return acts.authors.includes(personId) ? 'separation-of-duties' : undefined;
}

/** A signer or decider cannot become the author of what they judged. */
export const breachOfAuthoring = ({ acts }: Proposal, personId: string): Breach | undefined =>
  acts.deciders.includes(personId) || signedBy(acts, personId).length > 0 ? 'separation-of-duties' : undefined;
