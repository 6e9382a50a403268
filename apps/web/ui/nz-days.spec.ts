// Days of New Zealand, with its summer time.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginOf, dayAfter, dayOf, endOf, isDay } from './nz-days.js';

describe('A day of New Zealand', () => {
  it.each([
    ['2026-11-24', '2026-11-23T11:00:00.000Z'],
    ['2026-06-24', '2026-06-23T12:00:00.000Z'],
    // The days on which the clocks change, at two and at three in the morning.
    ['2026-09-27', '2026-09-26T12:00:00.000Z'],
    ['2026-09-28', '2026-09-27T11:00:00.000Z'],
    ['2027-04-04', '2027-04-03T11:00:00.000Z'],
    ['2027-04-05', '2027-04-04T12:00:00.000Z'],
  ])('%s begins at %s', (day, begin) => expect(beginOf(day)).toBe(begin));

  it('ends a millisecond before the next one', () => {
    expect(endOf('2026-11-24')).toBe('2026-11-24T10:59:59.999Z');
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  });

  it('holds both its ends, whichever it is', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, date => {
        const day = date.toISOString().slice(0, 10);
        return dayOf(new Date(beginOf(day))) === day && dayOf(new Date(endOf(day))) === day;
      }),
    );
  });

  it.each(['2026-02-30', '2026-1-1', 'today', ''])('is not %j', text => expect(isDay(text)).toBe(false));
});
