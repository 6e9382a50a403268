// Each key of a look, met and not met.
import { describe, expect, test } from '@jest/globals';
import { type Seen, compare, inOrder } from './checks.js';
import { Made } from './made.js';

const made = new Made();
made.concerns.set('C-1', 'k-1');

const seen: Seen = {
  proposal: {
    version: 9,
    state: 'IN_REVIEW',
    tier: 'T2',
    revision: 3,
    signOffs: [
      { key: 'purpose', status: 'STALE', finding: 'MET', staleBecause: ['dataItems.D-1', 'facts.identifiability'] },
      { key: 'privacy_risk', status: 'PENDING', finding: null, staleBecause: [] },
    ],
    concerns: { totalCount: 2 },
    conditions: [{ metAt: null }, { metAt: '2026-01-01T00:00:00Z' }],
    availableCommands: [
      { command: 'recordDecision', allowed: false },
      { command: 'recordDecision', allowed: true },
      { command: 'giveSignOff', allowed: false },
    ],
  },
  concerns: {
    value: [
      { id: 'k-1', statement: 'S', status: 'ANSWERED', disposition: 'ACCEPTED', raisedAt: '', raisedBy: { id: 'x' } },
    ],
  },
  preview: { value: { becomesStale: ['transparency', 'purpose'], stays: ['privacy_risk'] } },
};

const met = (check: Parameters<typeof compare>[0]) => compare(check, seen, made).map(one => one.met);

describe('a look', () => {
  test.each([
    [{ state: 'IN_REVIEW', tier: 'T2', revision: 3 }, [true, true, true]],
    [{ state: 'DRAFTING', tier: 'T1', revision: 4 }, [false, false, false]],
    [{ conditionsOpen: 1, sees: { concerns: 2 } }, [true, true]],
    [{ conditionsOpen: 2, sees: { concerns: 1 } }, [false, false]],
    [{ available: { recordDecision: true, giveSignOff: false, comment: false } }, [true, true, true]],
    [{ available: { recordDecision: false, giveSignOff: true, comment: true } }, [false, false, false]],
    [{ signOffs: { purpose: { status: 'STALE', finding: 'MET' } } }, [true]],
    [{ signOffs: { purpose: { staleBecause: ['dataItems', 'facts.'] } } }, [true]],
    [{ signOffs: { purpose: { staleBecause: ['dataItems', 'recipients'] } } }, [false]],
    [{ signOffs: { privacy_risk: { finding: null }, transparency: { status: 'PENDING' } } }, [true, false]],
    [{ concerns: { '@C-1': { status: 'ANSWERED', disposition: 'ACCEPTED' } } }, [true]],
    [{ concerns: { '@C-1': { status: 'OPEN' }, '@C-2': {} } }, [false, false]],
    [{ canRead: true }, [true]],
  ])('%j', (check, expected) => {
    expect(met(check)).toEqual(expected);
  });

  test('a preview is compared as exact sets, and only those that are stated', () => {
    const dossier = {};
    expect(met({ preview: { dossier, becomesStale: ['purpose', 'transparency'], stays: ['privacy_risk'] } })).toEqual([
      true,
      true,
    ]);
    expect(met({ preview: { dossier, becomesStale: ['purpose'], stays: ['privacy_risk', 'purpose'] } })).toEqual([
      false,
      false,
    ]);
    expect(met({ preview: { dossier, stays: ['privacy_risk'] } })).toEqual([true]);
  });

  test('says what was expected and what was seen', () => {
    expect(compare({ signOffs: { purpose: { status: 'GIVEN', staleBecause: ['risks'] } } }, seen, made)).toEqual([
      {
        what: 'signOffs.purpose',
        expected: 'status GIVEN, staleBecause risks',
        seen: 'status STALE, staleBecause dataItems.D-1, facts.identifiability',
        met: false,
      },
    ]);
  });
});

test('history is in order with others between', () => {
  expect(inOrder(['A', 'B', 'B'], ['A', 'x', 'B', 'A', 'B'])).toBe(true);
  expect(inOrder(['A', 'B', 'B'], ['A', 'B', 'A'])).toBe(false);
  expect(inOrder([], [])).toBe(true);
});
