import { describe, expect, it } from '@jest/globals';
import { dayText, relativeText, timeText } from './dates.js';

const at = (text: string) => new Date(text);

describe('Dates', () => {
  it('are those of New Zealand, whatever the clock of the machine', () => {
    expect(dayText(at('2026-11-23T12:30:00Z'))).toBe('Tue 24 Nov 2026');
    expect(dayText(at('2026-09-05T00:00:00Z'))).toBe('Sat 5 Sep 2026');
    expect(timeText(at('2026-11-23T12:30:00Z'))).toBe('01:30');
  });

  it('say how far away they are, by days of the calendar', () => {
    const now = at('2026-11-24T22:00:00+13:00');
    const far = (text: string) => relativeText(at(text), now);
    expect(far('2026-11-24T00:10:00+13:00')).toBe('today');
    expect(far('2026-11-25T00:10:00+13:00')).toBe('tomorrow');
    expect(far('2026-11-22T23:00:00+13:00')).toBe('2 days ago');
    expect(far('2026-12-24T12:00:00+13:00')).toBe('in 4 weeks');
    expect(far('2026-05-24T12:00:00+12:00')).toBe('6 months ago');
  });
});
