// Days as people write them: 2026-11-24, by the calendar in New Zealand. Arithmetic on them knows no clock and no zone.

export type Day = string;

const inNewZealand = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Pacific/Auckland',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

/** The day in New Zealand at this moment (ISO 8601). */
export const dayOf = (moment: string): Day => inNewZealand.format(new Date(moment));

const milliseconds = 24 * 60 * 60 * 1000;
const ordinal = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / milliseconds;

export const addDays = (day: Day, days: number): Day =>
  new Date((ordinal(day) + days) * milliseconds).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => ((ordinal(day) + 3) % 7) + 1;
