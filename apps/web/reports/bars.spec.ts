// Charts count what there is: nothing is lost, and nothing is longer than the longest.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { barsOf, byKey, byValue, durationText, monthsBetween } from './bars.js';

const rows = fc.array(fc.record({ kind: fc.constantFrom('a', 'b', 'c'), count: fc.nat(1000) }));

describe('Bars', () => {
  it('add up to what was counted, each a part of the longest', () => {
    fc.assert(
      fc.property(rows, given => {
        const bars = barsOf(
          given,
          ({ kind }) => kind,
          ({ kind }) => kind.toUpperCase(),
        );
        const sum = bars.reduce((total, { value }) => total + value, 0);
        return (
          sum === given.reduce((total, { count }) => total + count, 0) &&
          bars.every(({ share }) => share >= 0 && share <= 1)
        );
      }),
    );
  });

  it('are sorted by length, or by what they are', () => {
    const bars = barsOf(
      [
        { kind: 'b', count: 1 },
        { kind: 'a', count: 3 },
        { kind: 'b', count: 5 },
      ],
      ({ kind }) => kind,
      ({ kind }) => kind,
    );
    expect(byValue(bars).map(({ value, share }) => [value, share])).toEqual([
      [6, 1],
      [3, 0.5],
    ]);
    expect(byKey(bars).map(({ key }) => key)).toEqual(['a', 'b']);
  });
});

describe('Months', () => {
  it('are all there, also over a year’s end', () =>
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']));
  it('may be one', () => expect(monthsBetween('2026-01', '2026-01')).toEqual(['2026-01']));
});

describe('A time', () => {
  it.each([
    [20, 'under a minute'],
    [60, '1 minute'],
    [5_400, '90 minutes'],
    [86_400, '24 hours'],
    [302_400, '3.5 days'],
    [2_592_000, '30 days'],
  ])('of %d s is %s', (seconds, text) => expect(durationText(seconds)).toBe(text));
});
