// The chart and where a proposal is on it, by the rules alone.
import { describe, expect, it } from '@jest/globals';
import {
  approved,
  awaitingDecision,
  draftProposal,
  hallAfter,
  inReview,
  pastOf,
  returned,
  submitted,
  type Hall,
} from '../../../test/builders/index.js';
import { catalogue } from '../catalogue/index.js';
import { lifecycle } from '../workflows/lifecycle.js';
import { definitions } from '../workflows/index.js';
import { chartOf, progressOf, visitsOf } from './index.js';

const progress = (hall: Hall, now: string, knowsHolds = true) =>
  progressOf({ proposal: hall.proposal!, catalogue, visits: visitsOf(pastOf(hall)), now, knowsHolds });

describe('The chart', () => {
  it.each(definitions)(
    'of $key has every move of the lifecycle that can be made, and a place of its own for every state',
    definition => {
      const { states, ways } = chartOf(definition);
      expect(chartOf(definition)).toBe(chartOf(definition));
      const moves = Object.entries(lifecycle).flatMap(([from, stage]) =>
        Object.entries(stage ?? {}).flatMap(([event, to]) => (to === from ? [] : [`${from} ${event} ${to}`])),
      );
      const drawn = ways.filter(({ event }) => event).map(({ from, event, to }) => `${from} ${event} ${to}`);
      expect(drawn).toEqual(definition.tier === 'U' ? [] : moves);
      expect(new Set(states.map(({ column, row }) => `${column} ${row}`)).size).toBe(states.length);
      for (const { from, to } of ways)
        expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining([from, to]));
    },
  );
});

describe('Progress', () => {
  it('counts working days in each state, all visits together, and those with the author apart', () => {
    const hall = hallAfter(inReview('T1'), returned(), submitted());
    const [drafting, ...rest] = visitsOf(pastOf(hall)).map(({ state }) => state);
    expect([drafting, ...rest]).toEqual(['DRAFTING', 'IN_REVIEW', 'RETURNED', 'IN_REVIEW']);
    const then = progress(hall, '2026-03-16T09:00:00.000Z');
    const spent = Object.fromEntries(then.nodes.map(({ state, elapsed }) => [state, elapsed]));
    expect(spent).toMatchObject({ DRAFTING: 0, IN_REVIEW: 10, RETURNED: 0, APPROVED: undefined });
    expect(then).toMatchObject({ elapsed: 10, paused: 0, target: 8 });
  });

  it('counts on while it is returned, as days with its author, and stops with the decision', () => {
    const [back, over] = [hallAfter(awaitingDecision('T1'), returned()), hallAfter(approved('T1'))];
    const later = '2026-03-16T09:00:00.000Z';
    expect(progress(back, later)).toMatchObject({ elapsed: 10, paused: 10 });
    expect(progress(over, later)).toMatchObject({ elapsed: 0, paused: 0 });
  });

  it('without knowing what holds a way says what the state allows', () => {
    const hall = hallAfter(draftProposal({ facts: {} }));
    const submit = (knows: boolean) =>
      progress(hall, hall.proposal!.updatedAt, knows).edges.find(({ event }) => event === 'SubmitProposal');
    expect(submit(true)).toMatchObject({ possible: false });
    expect(submit(true)?.blockers.length).toBeGreaterThan(0);
    expect(submit(false)).toMatchObject({ possible: true, blockers: [] });
  });
});
