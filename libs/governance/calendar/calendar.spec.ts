// The calendars: the table of holidays worked out again from the Acts' rules, and working days as properties over many days.
import { describe, expect, it } from '@jest/globals';
import { addDays, dayOf, weekday } from './days.js';
import {
  addWorkingDays,
  calendars,
  endOfWeek,
  isWorkingDay,
  workingDayNumber,
  workingDaysBetween,
  workingDaysLeft,
  type CalendarKey,
} from './calendars.js';
import { firstYear, lastYear, publicHolidays } from './public-holidays.js';
import { targetOf, timedWork } from './targets.js';

const keys = Object.keys(calendars) as CalendarKey[];
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
const allDays = years.flatMap(year =>
  Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter(day => day.startsWith(`${year}`)),
);
const inYear = (year: number): string[] => [...publicHolidays].filter(day => day.startsWith(`${year}-`));

/** Gauss's rule in the form of the anonymous Gregorian computus. */
function easterSunday(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
}

const nthMonday = (year: number, month: string, nth: number): string => {
  const first = `${year}-${month}-01`;
  return addDays(first, ((8 - weekday(first)) % 7) + 7 * (nth - 1));
};
const toMonday = (day: string): string => (weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day);
/** Two days in a row: one on a Saturday goes to the Monday, one on a Sunday to the Monday or, after a Saturday's, the Tuesday. */
const pair = (first: string): string[] => {
  const second = addDays(first, 1);
  const moved = weekday(first) > 5 ? addDays(first, 2) : first;
  return [moved, weekday(second) > 5 ? addDays(second, 2) : weekday(first) === 7 ? second : second].sort();
};

describe('The table of public holidays', () => {
  it.each(years)('of %d is what the rules of the Acts give', year => {
    const easter = easterSunday(year);
    const [newYear, christmas] = [pair(`${year}-01-01`), pair(`${year}-12-25`)];
    const matariki = inYear(year).filter(day => day > `${year}-06-15` && day < `${year}-07-20`);
    expect(matariki.map(weekday)).toEqual([5]);
    const wanted = [
      ...newYear,
      toMonday(`${year}-02-06`),
      ...[addDays(easter, -2), addDays(easter, 1)],
      toMonday(`${year}-04-25`),
      nthMonday(year, '06', 1),
      ...matariki,
      nthMonday(year, '10', 4),
      ...christmas,
    ];
    expect(inYear(year)).toEqual(wanted.sort());
  });

  it('has Matariki on the days of the Act', () => {
    const named = [
      '2024-06-28',
      '2025-06-20',
      '2026-07-10',
      '2027-06-25',
      '2028-07-14',
      '2029-07-06',
      '2030-06-21',
      '2031-07-11',
    ];
    expect(named.filter(day => !publicHolidays.has(day))).toEqual([]);
  });

  it('holds no weekend', () => {
    expect([...publicHolidays].filter(day => weekday(day) > 5)).toEqual([]);
  });
});

describe.each(keys)('The calendar %s', key => {
  it('counts one more on each working day, and none on any other', () => {
    for (const day of allDays.slice(1)) {
      const step = workingDayNumber(key, day) - workingDayNumber(key, addDays(day, -1));
      expect([day, step]).toEqual([day, isWorkingDay(key, day) ? 1 : 0]);
    }
  });

  it('adds what it counts: the day so many working days ahead is so many away, and a working day', () => {
    for (const day of allDays.filter((_, index) => index % 7 < 3)) {
      for (const count of [1, 5, 10, 20]) {
        const then = addWorkingDays(key, day, count);
        if (then === undefined) continue;
        expect([day, count, workingDaysBetween(key, day, then), isWorkingDay(key, then)]).toEqual([
          day,
          count,
          count,
          true,
        ]);
      }
    }
  });

  it('says nothing beyond its years', () => {
    expect(addWorkingDays(key, `${lastYear}-12-20`, 60)).toBeUndefined();
    expect(addWorkingDays(key, `${firstYear - 1}-06-01`, 1)).toBeUndefined();
    expect(workingDaysBetween(key, '2026-01-01', `${lastYear + 1}-01-01`)).toBeUndefined();
  });
});

describe('A last day', () => {
  it('skips weekends, holidays and the summer', () => {
    expect(addWorkingDays('public-holidays', '2026-04-24', 1)).toBe('2026-04-28');
    expect(addWorkingDays('public-holidays', '2026-12-24', 1)).toBe('2026-12-29');
    expect(addWorkingDays('general-legislation', '2026-12-24', 1)).toBe('2027-01-05');
    expect(addWorkingDays('official-information', '2026-12-24', 1)).toBe('2027-01-18');
    expect(addWorkingDays('public-holidays', '2026-07-09', 1)).toBe('2026-07-13');
  });

  it('is by the day in New Zealand, in summer time and in winter', () => {
    expect(dayOf('2026-11-22T10:59:59.999Z')).toBe('2026-11-22');
    expect(dayOf('2026-11-22T11:00:00.000Z')).toBe('2026-11-23');
    expect(dayOf('2026-07-01T11:59:59.999Z')).toBe('2026-07-01');
    expect(dayOf('2026-07-01T12:00:00.000Z')).toBe('2026-07-02');
  });

  it('is late from the next day on, also when it fell on a free day', () => {
    const left = (now: string, due: string) => workingDaysLeft('public-holidays', `${now}T00:00:00Z`, due);
    expect(left('2026-11-24', '2026-11-24')).toBe(0);
    expect(left('2026-11-24', '2026-11-26')).toBe(2);
    expect(left('2026-11-25', '2026-11-24')).toBe(-1);
    expect(left('2026-11-22', '2026-11-21')).toBe(-1);
    expect(left('2026-11-23', '2026-11-20')).toBe(-1);
  });

  it('is this week’s up to Sunday, and from Saturday on the next', () => {
    expect(endOfWeek('2026-11-23')).toBe('2026-11-29');
    expect(endOfWeek('2026-11-27')).toBe('2026-11-29');
    expect(endOfWeek('2026-11-28')).toBe('2026-12-06');
    expect(endOfWeek('2026-11-29')).toBe('2026-12-06');
  });
});

describe('The targets', () => {
  it('ask no more haste of a heavier tier, and nothing in the urgent lane', () => {
    for (const work of timedWork) {
      const [t1, t2, t3] = (['T1', 'T2', 'T3'] as const).map(tier => targetOf(work, tier)!);
      expect([work, t1! > 0 && t1! <= t2! && t2! <= t3!]).toEqual([work, true]);
      expect(targetOf(work, 'U')).toBeUndefined();
    }
  });
});
