// Where a proposal is on its chart: what is behind it, what comes next, what holds it there, and how long it has taken.
import { dayOf, targetCalendar, targetOf, workingDaysBetween } from '../calendar/index.js';
import type { Catalogue } from '../catalogue/index.js';
import type { Blocker } from '../problems.js';
import { blockersOfDeciding } from '../proposal/decide/record-decision.js';
import { submissionBlockers } from '../proposal/decide/submit-proposal.js';
import type { Proposal } from '../proposal/proposal.js';
import type { DecisionOutcome, ProposalState } from '../vocabulary/index.js';
import { getDefinition } from '../workflows/index.js';
import { chartOf, distances, type Way } from './chart.js';

export type ProgressStatus = 'DONE' | 'HERE' | 'NEXT' | 'POSSIBLE' | 'OVER';

/** A time in a state; the last one has no end. */
export interface Visit {
  state: ProposalState;
  from: string;
  to?: string;
}

/** From all states of a proposal, one after each entry, oldest first. */
export function visitsOf(past: readonly Pick<Proposal, 'state' | 'updatedAt'>[]): Visit[] {
  const entered = past.filter(({ state }, index) => state !== past[index - 1]?.state);
  return entered.map(({ state, updatedAt: from }, index) => ({ state, from, to: entered[index + 1]?.updatedAt }));
}

export interface ProgressNode {
  state: ProposalState;
  column: number;
  row: number;
  status: ProgressStatus;
  since?: string;
  elapsed?: number | undefined;
}

export interface ProgressEdge extends Way {
  possible: boolean;
  blockers: Blocker[];
}

export interface Progress {
  nodes: ProgressNode[];
  edges: ProgressEdge[];
  /** Working days from the first submission to the decision, or to now. */
  elapsed?: number | undefined;
  paused?: number | undefined;
  target?: number | undefined;
}

export interface Asked {
  proposal: Proposal;
  catalogue: Catalogue;
  visits: readonly Visit[];
  /** ISO 8601. */
  now: string;
  /** Are they told what holds it? To others a way is possible when the state allows it. */
  knowsHolds: boolean;
}

export function progressOf(asked: Asked): Progress {
  const { proposal, visits, now } = asked;
  const { states, ways } = chartOf(getDefinition(proposal.workflow));
  const statusOf = statuses(proposal.state, ways, visits);
  const nodes = states.map(place => {
    const mine = visits.filter(({ state }) => state === place.state);
    const since = mine.at(-1)?.from;
    return { ...place, status: statusOf(place.state), ...(since ? { since, elapsed: daysIn(mine, now) } : {}) };
  });
  return { nodes, edges: ways.map(way => edgeOf(way, asked)), ...times(asked) };
}

function statuses(here: ProposalState, ways: readonly Way[], visits: readonly Visit[]) {
  const reachable = distances([here], ways);
  const toApproval = distances(['APPROVED', 'APPROVED_WITH_CONDITIONS'], ways.map(turned));
  const away = (state: ProposalState): number => toApproval.get(state) ?? Infinity;
  const isNext = (state: ProposalState): boolean =>
    away(state) < away(here) && ways.some(({ from, to }) => from === here && to === state);
  const been = new Set(visits.map(({ state }) => state));
  return (state: ProposalState): ProgressStatus => {
    if (state === here) return 'HERE';
    if (isNext(state)) return 'NEXT';
    if (been.has(state)) return 'DONE';
    return reachable.has(state) ? 'POSSIBLE' : 'OVER';
  };
}

const turned = ({ from, to, event }: Way): Way => ({ from: to, to: from, event });

const daysIn = (visits: readonly Visit[], now: string): number | undefined =>
  visits
    .map(({ from, to = now }) => workingDaysBetween(targetCalendar, dayOf(from), dayOf(to)))
    .reduce((sum, days) => (sum === undefined || days === undefined ? undefined : sum + days), 0);

function times({ proposal, visits, now }: Asked): Omit<Progress, 'nodes' | 'edges'> {
  const { submittedAt, tier, state } = proposal;
  const [review, decide] = [targetOf('review', tier), targetOf('decide', tier)];
  const target = review === undefined || decide === undefined ? {} : { target: review + decide };
  if (!submittedAt) return target;
  const isUnderWay = ['IN_REVIEW', 'AWAITING_DECISION', 'RETURNED'].includes(state);
  const end = isUnderWay ? now : (visits.at(-1)?.from ?? now);
  const paused = daysIn(
    visits.filter(visit => visit.state === 'RETURNED'),
    now,
  );
  return { ...target, elapsed: workingDaysBetween(targetCalendar, dayOf(submittedAt), dayOf(end)), paused };
}

function edgeOf(way: Way, { proposal, catalogue, knowsHolds }: Asked): ProgressEdge {
  if (way.from !== proposal.state) return { ...way, possible: false, blockers: [] };
  const blockers = knowsHolds ? holds(way, proposal, catalogue) : [];
  return { ...way, possible: blockers.length === 0 && way.event !== '', blockers };
}

/** Whatever can be said with the decision itself does not hold it. */
const saidWithIt: readonly Blocker['code'][] = [
  ...(['conditions-missing', 'concern-not-overruled', 'would-change-it-missing', 'question-unanswered'] as const),
];

function holds({ event, to }: Way, proposal: Proposal, catalogue: Catalogue): Blocker[] {
  if (event === 'SubmitProposal') return submissionBlockers(catalogue, proposal);
  const definition = getDefinition(proposal.workflow);
  if (event.startsWith('RecordDecision.')) {
    const outcome = event.slice('RecordDecision.'.length) as DecisionOutcome;
    const words = { outcome, wouldChangeIt: undefined, overruled: [], conditions: [], answers: [] };
    const blockers = blockersOfDeciding(words, { catalogue, definition, proposal });
    return blockers.filter(({ code }) => !saidWithIt.includes(code));
  }
  return to === 'AWAITING_DECISION' ? unready(proposal) : [];
}

/** What keeps a review from being ready: sign-offs and open concerns, whatever was found. */
function unready(proposal: Proposal): Blocker[] {
  const signOffs = getDefinition(proposal.workflow).signOffs.flatMap(({ key }): Blocker[] => {
    const status = proposal.signOffs[key]?.status;
    if (status === 'GIVEN') return [];
    return [{ code: status === 'STALE' ? 'sign-off-stale' : 'sign-off-missing', subject: `signOff:${key}` }];
  });
  const open = proposal.concerns.filter(({ status }) => status === 'OPEN');
  return [...signOffs, ...open.map(({ id }): Blocker => ({ code: 'concern-open', subject: `concern:${id}` }))];
}
