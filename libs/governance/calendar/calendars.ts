// Working days, by named calendars: weekends, public holidays, and the days in summer that an Act leaves out.
import { addDays, dayOf, weekday, type Day } from './days.js';
import { firstYear, lastYear, publicHolidays } from './public-holidays.js';

export interface Calendar {
  title: string;
  source: string;
  /** Days left out around the new year, as MM-DD, both included: from the one in December to the one in January. */
  summer?: { from: string; to: string };
}

export const calendars = {
  'public-holidays': {
    title: 'Weekends and public holidays',
    source: 'Holidays Act 2003, sections 44 to 45A',
  },
  'general-legislation': {
    title: 'Working days of Acts in general',
    source: 'Legislation Act 2019, section 13, after Interpretation Act 1999, section 29',
    summer: { from: '12-25', to: '01-02' },
  },
  'official-information': {
    title: 'Working days of requests for information',
    source: 'Official Information Act 1982, section 2',
    summer: { from: '12-25', to: '01-15' },
  },
} as const satisfies Record<string, Calendar>;
export type CalendarKey = keyof typeof calendars;

const isInSummer = (day: Day, summer: Calendar['summer']): boolean =>
  summer !== undefined && (day.slice(5) >= summer.from || day.slice(5) <= summer.to);

export function isWorkingDay(key: CalendarKey, day: Day): boolean {
  const { summer }: Calendar = calendars[key];
  return weekday(day) <= 5 && !publicHolidays.has(day) && !isInSummer(day, summer);
}

const isKnown = (day: Day): boolean => Number(day.slice(0, 4)) >= firstYear && Number(day.slice(0, 4)) <= lastYear;

/** All working days of the years that are known, and where each stands among them: made when first asked for. */
const counted = new Map<CalendarKey, readonly Day[]>();

/** In order. */
export function workingDaysOf(key: CalendarKey): readonly Day[] {
  const known = counted.get(key);
  if (known) return known;
  const days: Day[] = [];
  for (let day = `${firstYear}-01-01`; day <= `${lastYear}-12-31`; day = addDays(day, 1))
    if (isWorkingDay(key, day)) days.push(day);
  counted.set(key, days);
  return days;
}

/** How many working days there are up to this day, the day itself included. */
export function workingDayNumber(key: CalendarKey, day: Day): number {
  const days = workingDaysOf(key);
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The working day that comes so many after this day; undefined beyond the years that are known. */
export function addWorkingDays(key: CalendarKey, day: Day, count: number): Day | undefined {
  if (!isKnown(day)) return undefined;
  const number = workingDayNumber(key, day) + count;
  return number < 1 ? undefined : workingDaysOf(key)[number - 1];
}

/** Working days after `from` up to `to`, `to` included; below zero when `to` is earlier. Undefined beyond the years that are known. */
export const workingDaysBetween = (key: CalendarKey, from: Day, to: Day): number | undefined =>
  isKnown(from) && isKnown(to) ? workingDayNumber(key, to) - workingDayNumber(key, from) : undefined;

/** From now to the end of a day: 0 is today. What fell on a free day counts as late from the next working day on. */
export function workingDaysLeft(key: CalendarKey, now: string, dueOn: Day): number | undefined {
  const today = dayOf(now);
  const left = workingDaysBetween(key, today, dueOn);
  if (left === undefined || dueOn >= today) return left;
  return Math.min(left, -1);
}

/** The Sunday by which this week's work is due; from Saturday on, the Sunday after. */
export function endOfWeek(day: Day): Day {
  const ahead = 7 - weekday(day);
  return addDays(day, ahead < 2 ? ahead + 7 : ahead);
}
