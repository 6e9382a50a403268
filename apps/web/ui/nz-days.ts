// Days of New Zealand as moments: `2026-11-24` begins at 2026-11-23T11:00:00.000Z, since its clocks are 13 hours ahead then.

const zone = 'Pacific/Auckland';
const parts = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: zone, hourCycle: 'h23' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
});

/** Milliseconds by which the clocks there are ahead of UTC at this moment. */
function aheadAt(at: number): number {
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part as Record<string, number>;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const isoDay = /^\d{4}-\d\d-\d\d$/;

/** `2026-02-30` is none. */
export const isDay = (text: string): boolean =>
  isoDay.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** The first moment of the day. Throws a RangeError for what is no day. */
export function beginOf(day: string): string {
  if (!isDay(day)) throw new RangeError(`“${day}” is no day.`);
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  // Clocks change at two in the morning: what they were ahead an hour before midnight may differ, and is then asked again.
  const guess = asUtc - aheadAt(asUtc);
  return new Date(asUtc - aheadAt(guess)).toISOString();
}

/** The day after, as a day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The last moment of the day, to the millisecond. */
export const endOf = (day: string): string => new Date(Date.parse(beginOf(dayAfter(day))) - 1).toISOString();

/** The day there at a moment. */
export const dayOf = (at: Date): string => parts.format(at).slice(0, 10);
