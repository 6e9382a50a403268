// When what waits began to wait, as far as a proposal itself does not say: read off its history.
import { addWorkingDays, dayOf, targetCalendar, targetOf, type Day, type TimedWork } from '../calendar/index.js';
import type { Proposal, SignOff } from '../proposal/proposal.js';
import { happeningsOf, type Happening } from '../review/happenings.js';
import type { SignOffKey, Tier } from '../vocabulary/index.js';

export interface Clock {
  /** The latest submission. */
  submittedAt?: string;
  /** By organisation. */
  invitedAt: ReadonlyMap<string, string>;
  /** By sign-off: when it last became stale, or was taken back. */
  shakenAt: ReadonlyMap<SignOffKey, string>;
  /** Partner organisations whose people have done anything, other than agreeing who of them does it. */
  heard: ReadonlySet<string>;
}

/** From all entries, or from those of the clock alone. */
export function clockOf(happenings: readonly Happening[]): Clock {
  const invitations = happeningsOf(happenings, 'PartnersInvited').flatMap(({ event }) =>
    event.organisationIds.map(id => [id, event.at] as const),
  );
  const shaken = happeningsOf(happenings, 'SignOffMadeStale', 'SignOffWithdrawn');
  const ofPartners = happenings.filter(({ event }) => event.by.role === 'partner' && event.type !== 'TaskAssigned');
  return {
    submittedAt: happeningsOf(happenings, 'ProposalSubmitted').at(-1)?.event.at,
    invitedAt: new Map(invitations),
    shakenAt: new Map(shaken.map(({ event }) => [event.signOff, event.at])),
    heard: new Set(ofPartners.map(({ event }) => event.by.organisationId)),
  };
}

/** Of moments in ISO 8601, UTC, to the millisecond. */
export const latest = (first: string, ...moments: (string | undefined)[]): string =>
  moments.reduce<string>((last, moment) => (moment !== undefined && moment > last ? moment : last), first);

export const submittedAt = ({ submittedAt: first, createdAt }: Proposal, clock: Clock): string =>
  clock.submittedAt ?? first ?? createdAt;

/** Since when nothing is missing for a decision: the last sign-off, answer or settlement, or the submission. */
export function readyAt(proposal: Proposal, clock: Clock): string {
  const given = Object.values(proposal.signOffs).map(({ at }) => at);
  const said = proposal.concerns.flatMap(({ answer, outcome }) => [answer?.at, outcome?.at]);
  return latest(submittedAt(proposal, clock), ...given, ...said);
}

export const missingSince = (proposal: Proposal, clock: Clock, key: SignOffKey, given?: SignOff): string =>
  given ? (clock.shakenAt.get(key) ?? given.at ?? proposal.updatedAt) : submittedAt(proposal, clock);

/** The last day for work that began to wait then; undefined where the tier sets none, or beyond the calendar. */
export function lastDay(work: TimedWork, tier: Tier, since: string): Day | undefined {
  const target = targetOf(work, tier);
  return target === undefined ? undefined : addWorkingDays(targetCalendar, dayOf(since), target);
}

/** The last day of the stage in which a proposal stands. */
export function dueOn(proposal: Proposal, clock: Clock): Day | undefined {
  const { state, tier, decision } = proposal;
  if (state === 'IN_REVIEW') return lastDay('review', tier, submittedAt(proposal, clock));
  if (state === 'AWAITING_DECISION') return lastDay('decide', tier, readyAt(proposal, clock));
  return state === 'RETURNED' && decision ? lastDay('revise', tier, decision.at) : undefined;
}

const isAsking = ({ state }: Proposal): boolean => state === 'IN_REVIEW' || state === 'AWAITING_DECISION';

/** Since when an invited organisation can have its say; undefined where it is not asked now. */
export function askedSince(proposal: Proposal, clock: Clock, organisationId: string): string | undefined {
  if (!isAsking(proposal) || !proposal.partnerIds.includes(organisationId) || !proposal.submittedAt) return undefined;
  return latest(proposal.submittedAt, clock.invitedAt.get(organisationId));
}

/** The day by which these organisations are asked to have their say, the latest of them. */
export function sayBy(proposal: Proposal, clock: Clock, organisationIds: readonly string[]): Day | undefined {
  const days = organisationIds.flatMap(id => {
    const since = askedSince(proposal, clock, id);
    return (since && lastDay('say', proposal.tier, since)) ?? [];
  });
  return days.sort().at(-1);
}
