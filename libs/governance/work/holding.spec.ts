// Who has taken what, over whatever may happen: it counts as long as that work waits and they may do it, and is no right to anything.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  actorOf,
  answerConcern,
  assignTask,
  condition,
  declareConflict,
  draftProposal,
  giveSignOff,
  handle,
  happeningsIn,
  hallAfter,
  inReview,
  invitePartners,
  meetCondition,
  people,
  person,
  proposeAlternative,
  raiseConcern,
  recordDecision,
  reviseProposal,
  settleConcern,
  signedOff,
  submitProposal,
  withdrawSignOff,
  type Act,
  type Hall,
  type Persona,
} from '../../../test/builders/index.js';
import { isProblem, type Proposal, type RecordedEvent } from '#governance';
import { clockOf, groupOf, holdingOf, holdingsFor, openTasks, tasksOf, type OpenTask } from './index.js';

const everybody = Object.values(people);
const open = (hall: Hall): OpenTask[] => openTasks(hall.proposal!, clockOf(happeningsIn(hall)));
const holder = (task: OpenTask, hall: Hall, colleagues = everybody): string | undefined =>
  holdingOf(task, hall.proposal!, colleagues)?.to.personId;

const keys = ['purpose', 'proportionality', 'privacy_risk'] as const;
const works = (proposal: Proposal): string[] => [
  ...[...keys.map(key => `signOff:${key}`), 'decision', 'say:partner-a', 'say:partner-b'],
  ...proposal.concerns.map(({ id }) => `concern:${id}`),
  ...(proposal.decision?.conditions ?? []).map(({ id }) => `condition:${id}`),
];
const takers: Persona[] = [
  ...(['data_steward', 'privacy_officer', 'privacy_officer_2', 'security_officer', 'engagement_lead'] as const),
  ...(['approver', 'partner_a', 'partner_a_2', 'partner_b', 'analyst'] as const),
];

const shown: Act = proposal => meetCondition(proposal?.decision?.conditions[0]?.id ?? 'none')(proposal);
const confirmed: Act = proposal =>
  meetCondition(proposal?.decision?.conditions[0]?.id ?? 'none', { by: 'privacy_officer' })(proposal);
const conditional = { conditions: [condition(['RK-2'])] };

/** Whatever people may do; what is refused does not happen. */
const deeds: Act[] = [
  ...keys.map(key => giveSignOff(key)),
  ...keys.map(key => withdrawSignOff(key)),
  ...[reviseProposal({ retention: 'Two years.' }), reviseProposal({ retention: 'Nine years.' }), submitProposal()],
  ...[raiseConcern(), raiseConcern({ by: 'data_steward', audience: 'REVIEWERS' }), answerConcern()],
  ...[settleConcern('SETTLED'), settleConcern('DISPUTED'), proposeAlternative(), invitePartners(['partner-b'])],
  ...[declareConflict('security_officer'), declareConflict('partner_a_2'), shown, confirmed],
  ...[recordDecision('RETURNED'), recordDecision('APPROVED_WITH_CONDITIONS', conditional)],
];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;
const anyAssignment = fc
  .tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99))
  .map(([work, by, to, from]): Act => proposal => {
    const changes = { to: pick([...takers, undefined], to), from: pick([...takers, undefined], from) };
    return assignTask(pick(works(proposal!), work), pick(takers, by), changes)(proposal);
  });

/** By somebody who may, to somebody who may, of what waits. */
const lawfulAssignment = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map(([which, by, to]): Act => proposal => {
  const tasks = openTasks(proposal!, clockOf([])).filter(({ isOnePersons = false }) => !isOnePersons);
  const task = tasks.length > 0 ? pick(tasks, which) : undefined;
  const may = takers.filter(who => task?.may(actorOf(who)));
  if (!task || may.length === 0) return assignTask('decision', 'approver')(proposal);
  const from = proposal!.assignments?.find(({ work }) => work === task.work)?.to.personId;
  return assignTask(task.work, pick(may, by), { to: pick(may, to), from })(proposal);
});

const anAct = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...deeds) },
  { weight: 1, arbitrary: anyAssignment },
  { weight: 2, arbitrary: lawfulAssignment },
);

const submitted = [draftProposal(), invitePartners(['partner-a']), submitProposal()];
const beginnings: Hall[] = [
  hallAfter(...submitted),
  hallAfter(...submitted, ...keys.map(key => giveSignOff(key))),
  hallAfter(...submitted, ...keys.map(key => giveSignOff(key)), reviseProposal({ retention: 'Ten years.' })),
];

/** The hall at first, and after each act that was not refused. */
function stops(first: Hall, acts: Act[]): Hall[] {
  const halls = [first];
  for (const act of acts) {
    const hall = halls.at(-1)!;
    const outcome = handle(hall, act(hall.proposal));
    if (!isProblem(outcome)) halls.push(outcome.hall);
  }
  return halls;
}

/** Did this do the work, or begin it anew? Said apart from the clock, from what each event means. */
function ends(work: string, event: RecordedEvent): boolean {
  const [kind, id] = work.split(':');
  switch (event.type) {
    case 'SignOffGiven':
    case 'SignOffMadeStale':
    case 'SignOffWithdrawn':
      return (kind === 'signOff' && event.signOff === id) || (kind === 'decision' && event.type === 'SignOffGiven');
    case 'ConcernAnswered':
    case 'ConcernSettled':
      return (kind === 'concern' && event.concernId === id) || kind === 'decision';
    case 'ConditionEvidenced':
    case 'ConditionMet':
      return kind === 'condition' && event.conditionId === id;
    case 'DecisionRecorded':
      return kind === 'decision';
    default:
      return (
        kind === 'say' && event.type !== 'TaskAssigned' && event.by.role === 'partner' && event.by.organisationId === id
      );
  }
}

const said = (work: string, { history }: Hall): RecordedEvent | undefined =>
  history.findLast(event => event.type === 'TaskAssigned' && event.work === work);

const property = (holds: (hall: Hall) => void): void =>
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.array(anAct, { maxLength: 30 }), (first, acts) =>
      stops(first, acts).forEach(holds),
    ),
    { numRuns: 150 },
  );

describe('Whoever has taken a piece of work', () => {
  it('has it only while it waits and they may do it, and not once it was done since', () => {
    const seen = new Set<string>();
    property(hall => {
      for (const { task, said: holding } of holdingsFor(
        people.auditor,
        hall.proposal!,
        clockOf(happeningsIn(hall)),
        everybody,
      )) {
        const last = said(task.work, hall);
        expect(last).toMatchObject({ to: holding.to });
        expect(hall.history.slice(hall.history.indexOf(last!) + 1).filter(event => ends(task.work, event))).toEqual([]);
        expect(task.may(actorOf(holding.to.personId as Persona))).toBe(true);
        seen.add(task.kind);
      }
    });
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['DECIDE', 'GIVE_AGAIN', 'GIVE_SIGN_OFF', 'HAVE_YOUR_SAY']),
    );
  });

  it('has it until then, whatever else happens', () => {
    property(hall => {
      for (const task of open(hall)) {
        const last = said(task.work, hall);
        if (last?.type !== 'TaskAssigned' || !last.to) continue;
        const since = hall.history.slice(hall.history.indexOf(last) + 1);
        const isNew = since.some(event => ends(task.work, event) || event.type === 'ProposalSubmitted');
        if (!isNew && task.may(actorOf(last.to.personId as Persona))) expect(holder(task, hall)).toBe(last.to.personId);
      }
    });
  });

  it('has no right by it and takes none: the same people may do the same, by the same day', () => {
    property(hall => {
      const { assignments: _, ...free } = hall.proposal!;
      const clock = clockOf(
        happeningsIn({ ...hall, history: hall.history.filter(({ type }) => type !== 'TaskAssigned') }),
      );
      const told = (tasks: OpenTask[]) =>
        tasks.map(task => [task.kind, task.work, task.since, task.dueOn, everybody.map(task.may)]);
      expect(told(open(hall))).toEqual(told(openTasks(free, clock)));
    });
  });

  it('has it no more when their role ends', () => {
    const hall = hallAfter(inReview(), assignTask('signOff:purpose', 'data_steward'));
    const [task] = open(hall);
    expect(holder(task!, hall)).toBe('data_steward');
    expect(holder(task!, hall, [person('data_steward', 'lead', 'analyst')])).toBeUndefined();
    expect(holder(task!, hall, [])).toBeUndefined();
  });
});

describe('In the lists', () => {
  const hall = hallAfter(inReview(), signedOff('purpose'), assignTask('signOff:privacy_risk', 'privacy_officer'));
  const now = '2026-03-03T09:00:00.000Z';
  const groups = (who: Persona): string[] =>
    tasksOf(actorOf(who), hall.proposal!, clockOf(happeningsIn(hall)), everybody)
      .filter(({ work }) => work === 'signOff:privacy_risk')
      .map(task => `${groupOf(task, now) === 'WAITING_ON_OTHERS' ? 'waits' : 'mine'}, ${task.holder?.to.personId}`);

  it('it stays the holder’s, waits on them for others who may, and is told to whom it holds up', () => {
    expect(groups('privacy_officer')).toEqual(['mine, privacy_officer']);
    expect(groups('security_officer')).toEqual(['waits, privacy_officer']);
    expect(groups('analyst')).toEqual(['waits, privacy_officer']);
    expect(groups('engagement_lead')).toEqual([]);
  });

  it('is hidden with a concern among reviewers from its author', () => {
    const raised = hallAfter(inReview(), raiseConcern({ by: 'data_steward', audience: 'REVIEWERS' }));
    const work = `concern:${raised.proposal!.concerns[0]!.id}`;
    const outcome = handle(raised, assignTask(work, 'engagement_lead')(raised.proposal));
    if (isProblem(outcome)) throw new Error(outcome.code);
    const seen = (who: Persona): number =>
      holdingsFor(actorOf(who), outcome.hall.proposal!, clockOf(happeningsIn(outcome.hall)), everybody).length;
    expect(['approver', 'data_steward', 'analyst', 'analyst_2', 'partner_a'].map(who => seen(who as Persona))).toEqual([
      ...[1, 1, 0, 0, 0],
    ]);
  });

  it('is seen by whoever reads all of it, and by partners where it is theirs', () => {
    const both = hallAfter(
      inReview(),
      assignTask('signOff:purpose', 'data_steward'),
      assignTask('say:partner-a', 'partner_a'),
    );
    const seen = (who: Persona): string[] =>
      holdingsFor(actorOf(who), both.proposal!, clockOf(happeningsIn(both)), everybody).map(({ task }) => task.work);
    expect(seen('auditor')).toEqual(['signOff:purpose', 'say:partner-a']);
    expect(seen('partner_a_2')).toEqual(['say:partner-a']);
    expect(seen('partner_b')).toEqual([]);
  });
});
