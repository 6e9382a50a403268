// By day, and none is lost.
import { describe, expect, it } from '@jest/globals';
import { groupDays } from './group-days.js';

describe('Entries by day', () => {
  it('change at midnight in New Zealand', () => {
    const entries = ['2026-11-23T10:59:59Z', '2026-11-23T11:00:00Z', '2026-11-24T02:00:00Z'].map(at => ({ at }));
    expect(groupDays(entries)).toEqual([
      { day: '2026-11-23', entries: [entries[0]] },
      { day: '2026-11-24', entries: [entries[1], entries[2]] },
    ]);
  });

  it('are none of none', () => expect(groupDays([])).toEqual([]));
});
