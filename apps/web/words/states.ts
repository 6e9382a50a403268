// The states of things, in words, each with the tone of its mark. No screen shows an enumeration’s own name.
import type { Of } from '../gql/graphql.js';

/** settled: done, nothing to do. waiting: somebody’s turn. blocked: in the way. stale: was good, rests on what changed. plain: a fact. */
export type Tone = 'settled' | 'waiting' | 'blocked' | 'stale' | 'plain';

export interface State {
  word: string;
  tone: Tone;
}

const said = (tone: Tone, word: string): State => ({ tone, word });

export const proposalStates: Record<Of<'ProposalState'>, State> = {
  DRAFTING: said('plain', 'Draft'),
  IN_REVIEW: said('waiting', 'In review'),
  AWAITING_DECISION: said('waiting', 'Awaiting decision'),
  RETURNED: said('waiting', 'Returned to the author'),
  APPROVED: said('settled', 'Approved'),
  APPROVED_WITH_CONDITIONS: said('settled', 'Approved with conditions'),
  ACTIVE: said('settled', 'In force'),
  DECLINED: said('blocked', 'Declined'),
  SUSPENDED: said('blocked', 'Suspended'),
  WITHDRAWN: said('plain', 'Withdrawn'),
  REDIRECTED: said('plain', 'Sent to another process'),
  EXPIRED: said('stale', 'Expired'),
  CLOSED: said('plain', 'Closed'),
  URGENT_RECORDED: said('plain', 'Urgent disclosure, recorded'),
};

export const signOffStates: Record<Of<'SignOffStatus'>, State> = {
  GIVEN: said('settled', 'Current'),
  PENDING: said('waiting', 'Not given yet'),
  STALE: said('stale', 'Stale'),
  WITHDRAWN: said('blocked', 'Withdrawn'),
};

/** How a sign-off stands. One that found something not met is current too, and no good news. */
export const standingOf = (status: Of<'SignOffStatus'>, finding: Of<'Finding'> | null): State =>
  status === 'GIVEN' && finding === 'NOT_MET' ? { ...signOffStates.GIVEN, tone: 'plain' } : signOffStates[status];

export const findings: Record<Of<'Finding'>, State> = {
  MET: said('settled', 'Met'),
  MET_WITH_CONDITIONS: said('settled', 'Met with conditions'),
  NOT_MET: said('blocked', 'Not met'),
};

/** Of a question on a checklist: does the answer hold? */
export const tickStates: Record<Of<'Tick'>, State> = {
  YES: said('settled', 'Yes'),
  NO: said('blocked', 'No'),
  NOT_APPLICABLE: said('plain', 'Does not arise'),
};

export const concernStates: Record<Of<'ConcernStatus'>, State> = {
  OPEN: said('blocked', 'Open'),
  ANSWERED: said('waiting', 'Answered, the raiser has not spoken yet'),
  DISPUTED: said('blocked', 'Disputed: the answer is not accepted'),
  SETTLED: said('settled', 'Settled'),
  WITHDRAWN: said('plain', 'Withdrawn by the raiser'),
};

export const severities: Record<Of<'ConcernSeverity'>, string> = {
  MINOR: 'Minor',
  MODERATE: 'Moderate',
  SUBSTANTIAL: 'Substantial',
};

export const dispositions: Record<Of<'Disposition'>, string> = {
  ACCEPTED: 'Accepted',
  PARTLY_ACCEPTED: 'Accepted in part',
  NOT_ACCEPTED: 'Not accepted',
};

export const outcomes: Record<Of<'DecisionOutcome'>, State> = {
  APPROVED: said('settled', 'Approved'),
  APPROVED_WITH_CONDITIONS: said('settled', 'Approved with conditions'),
  DECLINED: said('blocked', 'Declined'),
  RETURNED: said('waiting', 'Returned to the author'),
  REDIRECTED: said('plain', 'Sent to another process'),
};

export const tiers: Record<Of<'Tier'>, string> = {
  T1: 'Light review',
  T2: 'Standard review',
  T3: 'Heightened review',
  U: 'Urgent lane',
};

export const acknowledgements: Record<Of<'Acknowledgement'>, State> = {
  RECORDED: said('waiting', 'Recorded, not sealed yet'),
  SEALED: said('settled', 'Sealed under a signed checkpoint'),
  WITNESSED: said('settled', 'Sealed and witnessed'),
};

export const organisationKinds: Record<Of<'OrganisationKind'>, string> = {
  AGENCY: 'Government agency',
  IWI: 'Iwi or other Māori organisation',
  NGO: 'Non-government organisation',
  OVERSIGHT: 'Oversight body',
  OTHER: 'Other organisation',
};

/** As the rules call them (libs/governance/vocabulary, held by test/web/sign-off-names.spec.ts): one name on every page and in every sentence. */
export const signOffNames: Readonly<Record<string, string>> = {
  purpose: 'Purpose',
  proportionality: 'Necessity and proportionality',
  privacy_risk: 'Privacy risk',
  consultation: 'Concerns heard and answered',
  transparency: 'Transparency, choice and access',
};
