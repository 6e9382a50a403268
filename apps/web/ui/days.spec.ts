import { describe, expect, it } from '@jest/globals';
import { dayAfter, dayIn, dayOf, endOfDay, startOfDay } from './days.js';

describe('A day of New Zealand', () => {
  it.each([
    ['2026-11-24', '2026-11-24T00:00:00+13:00'],
    ['2026-07-01', '2026-07-01T00:00:00+12:00'],
    // Clocks go forward in the night of the 27th, back in that of the 5th of April: the day begins before.
    ['2026-09-27', '2026-09-27T00:00:00+12:00'],
    ['2026-04-05', '2026-04-05T00:00:00+13:00'],
  ])('%s begins at %s', (day, moment) => expect(startOfDay(day)).toBe(moment));

  it('ends a moment before the next begins, whatever the clocks do', () => {
    expect(endOfDay('2026-09-27')).toBe('2026-09-27T10:59:59.999Z');
    expect(endOfDay('2026-04-05')).toBe('2026-04-05T11:59:59.999Z');
  });

  it('knows the day after, also over the end of a year', () =>
    expect([dayAfter('2026-12-31'), dayAfter('2028-02-28')]).toEqual(['2027-01-01', '2028-02-29']));

  it('is told of a moment', () => expect(dayOf(new Date('2026-11-23T11:30:00Z'))).toBe('2026-11-24'));

  it.each(['yesterday', '2026-13-01', '2026-11-24T00:00', ['2026-11-24'], undefined])('is not %j', given =>
    expect(dayIn(given)).toBeUndefined(),
  );
});
