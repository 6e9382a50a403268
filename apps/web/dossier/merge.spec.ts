import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSame, type Leaves } from './leaves.js';
import { merge, mergeIds } from './merge.js';

const base: Leaves = {
  ...{ summary: 'Counts.', retention: 'Two years.', purposes: ['P-1'] },
  'purposes.P-1.statement': 'Place teams.',
  'purposes.P-1.benefit': '',
};

describe('A merge of three', () => {
  it('takes what only one of us changed', () => {
    const { leaves, conflicts } = merge(
      base,
      { ...base, summary: 'Counts of visits.' },
      { ...base, retention: 'One year.' },
    );
    expect([leaves['summary'], leaves['retention'], conflicts]).toEqual(['Counts of visits.', 'One year.', []]);
  });

  it('leaves mine where both changed the same, and says so', () => {
    const { leaves, conflicts } = merge(base, { ...base, summary: 'Mine.' }, { ...base, summary: 'Theirs.' });
    expect([leaves['summary'], conflicts]).toEqual(['Mine.', ['summary']]);
  });

  it('has no quarrel over the same words', () => {
    const both = { ...base, summary: 'Counts of visits.' };
    expect(merge(base, both, both).conflicts).toEqual([]);
  });

  it('joins fields of one row', () => {
    const { leaves, conflicts } = merge(
      base,
      { ...base, 'purposes.P-1.statement': 'Place three teams.' },
      { ...base, 'purposes.P-1.benefit': 'Families wait less.' },
    );
    expect(conflicts).toEqual([]);
    expect(leaves).toMatchObject({
      'purposes.P-1.statement': 'Place three teams.',
      'purposes.P-1.benefit': 'Families wait less.',
    });
  });

  it('keeps the rows that each added', () => {
    const { leaves, conflicts } = merge(
      base,
      { ...base, purposes: ['P-1', 'P-2'], 'purposes.P-2.statement': 'Mine.' },
      { ...base, purposes: ['P-1', 'P-9'], 'purposes.P-9.statement': 'Theirs.' },
    );
    expect([leaves['purposes'], conflicts]).toEqual([['P-1', 'P-9', 'P-2'], []]);
  });

  it('holds a change of a row against its removal, whoever did which', () => {
    const changed = { ...base, 'purposes.P-1.statement': 'Place three teams.' };
    const { 'purposes.P-1.statement': _, 'purposes.P-1.benefit': __, ...rest } = base;
    const gone = { ...rest, purposes: [] };
    for (const [mine, theirs] of [
      [changed, gone],
      [gone, changed],
    ] as const) {
      const { leaves, conflicts } = merge(base, mine, theirs);
      expect([leaves['purposes'], leaves['purposes.P-1.statement'], conflicts]).toEqual([
        ['P-1'],
        'Place three teams.',
        [],
      ]);
    }
  });

  it('is theirs when I did nothing, and mine when they did nothing', () => {
    const leaves = fc.dictionary(fc.constantFrom('summary', 'retention', 'facts.bulk', 'title'), fc.string());
    fc.assert(
      fc.property(leaves, leaves, (was, now) => {
        for (const merged of [merge(was, was, now), merge(was, now, was)]) {
          expect(merged.conflicts).toEqual([]);
          for (const at of Object.keys({ ...was, ...now })) expect(isSame(merged.leaves[at], now[at])).toBe(true);
        }
      }),
    );
  });
});

describe('A merge of ids', () => {
  it('takes out what either took out', () => expect(mergeIds(['a', 'b', 'c'], ['a', 'c'], ['a', 'b'])).toEqual(['a']));
});
