// Tasks as the rules find them: who has which, since when, by when, in which group, and in which order.
import { describe, expect, it } from '@jest/globals';
import {
  actorOf,
  approved,
  awaitingDecision,
  concernAnswered,
  concernRaised,
  condition,
  draftProposal,
  happeningsIn,
  hallAfter,
  inReview,
  meetCondition,
  people,
  person,
  proposeAlternative,
  recordDecision,
  returned,
  reviseProposal,
  signedOff,
  submitted,
  withdrawSignOff,
  type Hall,
  type Persona,
} from '../../../test/builders/index.js';
import { addDays, addWorkingDays, dayOf, targetCalendar, targetOf } from '../calendar/index.js';
import { clockOf, dueOn, groupOf, orderKey, sayBy, tasksOf, type Task, type TaskGroup } from './index.js';

const everybody = Object.values(people);
const clock = (hall: Hall) => clockOf(happeningsIn(hall));
const tasks = (who: Persona, hall: Hall): Task[] => tasksOf(actorOf(who), hall.proposal!, clock(hall), everybody);
const told = (who: Persona, hall: Hall): string[] =>
  tasks(who, hall).map(({ kind, subject, waitsFor }) =>
    [kind, subject, waitsFor.length > 0 ? 'waits' : ''].filter(Boolean).join(' '),
  );
const workingDays = (moment: string, count: number | undefined): string | undefined =>
  addWorkingDays(targetCalendar, dayOf(moment), count!);

const halls: Record<string, Hall> = {
  draft: hallAfter(draftProposal()),
  review: hallAfter(inReview('T2')),
  withdrawn: hallAfter(inReview('T1'), signedOff('purpose'), withdrawSignOff('purpose')),
  stale: hallAfter(awaitingDecision('T1'), reviseProposal({ retention: 'Seven years.' })),
  concern: hallAfter(awaitingDecision('T1'), concernRaised()),
  answered: hallAfter(awaitingDecision('T1'), concernRaised(), concernAnswered()),
  returned: hallAfter(awaitingDecision('T1'), returned()),
  again: hallAfter(inReview('T1'), returned(), submitted()),
  conditional: hallAfter(
    awaitingDecision('T1'),
    recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition(['RK-2'])] }),
  ),
  approved: hallAfter(approved('T1')),
};

describe('Since when and by when', () => {
  const at = (hall: Hall, type: string): string => hall.history.findLast(event => event.type === type)!.at;
  const first = (who: Persona, hall: Hall): Task => tasks(who, hall)[0]!;

  it.each([
    ['data_steward', 'review', 'ProposalSubmitted', targetOf('review', 'T2')],
    ['data_steward', 'withdrawn', 'SignOffWithdrawn', targetOf('review', 'T1')],
    ['data_steward', 'again', 'ProposalSubmitted', targetOf('review', 'T1')],
    ['security_officer', 'stale', 'SignOffMadeStale', targetOf('again', 'T1')],
    ['engagement_lead', 'concern', 'ConcernRaised', targetOf('answer', 'T1')],
    ['partner_a', 'answered', 'ConcernAnswered', targetOf('settle', 'T1')],
    ['approver', 'answered', 'ConcernAnswered', targetOf('decide', 'T1')],
    ['analyst', 'returned', 'DecisionRecorded', targetOf('revise', 'T1')],
    ['partner_b', 'review', 'ProposalSubmitted', targetOf('say', 'T2')],
  ] as const)('of %s in %s is %s and %d working days', (who, hall, event, days) => {
    const moment = at(halls[hall]!, event);
    expect(first(who, halls[hall]!)).toMatchObject({ since: moment, dueOn: workingDays(moment, days) });
  });

  it('of a draft is no day, and of a condition its own', () => {
    expect(first('analyst', halls['draft']!).dueOn).toBeUndefined();
    expect(first('analyst', halls['conditional']!)).toMatchObject({ kind: 'MEET_CONDITION', dueOn: '2026-06-30' });
  });

  it('of the stage is the proposal’s own, and partners are asked from the later of invitation and submission on', () => {
    const { review, returned: back, answered, approved: over, draft } = halls;
    expect(dueOn(review!.proposal!, clock(review!))).toBe(workingDays(at(review!, 'ProposalSubmitted'), 10));
    expect(dueOn(answered!.proposal!, clock(answered!))).toBe(workingDays(at(answered!, 'ConcernAnswered'), 3));
    expect(dueOn(back!.proposal!, clock(back!))).toBe(workingDays(at(back!, 'DecisionRecorded'), 10));
    for (const hall of [draft!, over!]) expect(dueOn(hall.proposal!, clock(hall))).toBeUndefined();
    expect(sayBy(review!.proposal!, clock(review!), ['partner-a'])).toBe(
      workingDays(at(review!, 'ProposalSubmitted'), 15),
    );
    expect(sayBy(review!.proposal!, clock(review!), ['elsewhere'])).toBeUndefined();
    expect(sayBy(over!.proposal!, clock(over!), ['partner-a'])).toBeUndefined();
  });
});

describe('Whose it is', () => {
  it('is told of what others have to do first', () => {
    expect(told('privacy_officer', halls['review']!)).toEqual([
      ...['proportionality', 'privacy_risk', 'transparency'].map(key => `GIVE_SIGN_OFF signOff:${key} waits`),
    ]);
    expect(told('engagement_lead', halls['review']!)).toEqual(['GIVE_SIGN_OFF signOff:consultation']);
  });

  it('ends for partners with anything that one of them says', () => {
    expect(told('partner_a', halls['review']!)).toEqual(['HAVE_YOUR_SAY']);
    const said = hallAfter(inReview('T2'), proposeAlternative());
    expect(told('partner_a', said)).toEqual([]);
    expect(told('partner_a_2', said)).toEqual([]);
    expect(told('partner_b', said)).toEqual(['HAVE_YOUR_SAY']);
  });

  it('is asked for each of their organisations of whoever is a partner for two', () => {
    const both = person('both', 'partner-a', 'partner', ['partner', 'partner-b']);
    const asked = tasksOf(both, halls['review']!.proposal!, clock(halls['review']!), everybody);
    expect(asked.map(({ work }) => work)).toEqual(['say:partner-a', 'say:partner-b']);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(2);
  });

  it('goes from the author to whoever may confirm, and back to nobody', () => {
    const shown = hallAfter(
      ...[awaitingDecision('T1'), recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition(['RK-2'])] })],
      meetCondition(halls['conditional']!.proposal!.decision!.conditions[0]!.id),
    );
    expect(told('analyst', shown)).toEqual([expect.stringMatching(/^CONFIRM_CONDITION .* waits$/)]);
    expect(told('privacy_officer', shown)).toEqual([expect.stringMatching(/^CONFIRM_CONDITION \S+$/)]);
    expect(told('analyst', halls['approved']!)).toEqual([]);
  });
});

describe('Groups', () => {
  const order: TaskGroup[] = ['LATER', 'THIS_WEEK', 'OVERDUE'];
  const all = Object.values(halls).flatMap(hall =>
    (['analyst', 'privacy_officer', 'partner_a', 'approver'] as const).flatMap(who => tasks(who, hall)),
  );

  it('only come nearer as days go by, and what waits on others stays so', () => {
    for (const task of all) {
      const days = Array.from({ length: 200 }, (_, index) => `${addDays('2026-02-20', index)}T03:00:00.000Z`);
      const groups = days.map(now => groupOf(task, now));
      if (task.waitsFor.length > 0) expect(new Set(groups)).toEqual(new Set(['WAITING_ON_OTHERS']));
      else expect(groups.map(group => order.indexOf(group))).toEqual(groups.map(group => order.indexOf(group)).sort());
    }
    expect(all.length).toBeGreaterThan(15);
  });

  it('follow one another in the order of tasks, at any moment', () => {
    const shown: TaskGroup[] = ['OVERDUE', 'THIS_WEEK', 'LATER', 'WAITING_ON_OTHERS'];
    const sorted = all.toSorted((one, other) => (orderKey(one).join(' ') < orderKey(other).join(' ') ? -1 : 1));
    for (const day of ['2026-03-01', '2026-03-09', '2026-03-16', '2026-07-15']) {
      const places = sorted.map(task => shown.indexOf(groupOf(task, `${day}T03:00:00.000Z`)));
      expect([day, places]).toEqual([day, places.toSorted()]);
    }
  });
});
