// Days as people choose them, `2026-11-24`, and the moments at which they begin in New Zealand.

const zone = 'Pacific/Auckland';
const offset = new Intl.DateTimeFormat('en-NZ', { timeZone: zone, timeZoneName: 'longOffset' });
const iso = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
const written = /^\d{4}-\d{2}-\d{2}$/;

/** The day if it is one, as it may stand in an address. */
export const dayIn = (value: unknown): string | undefined =>
  typeof value === 'string' && written.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

/** The moment at which the day begins, in ISO 8601 with its offset. No clock is changed in New Zealand before two in the night. */
export function startOfDay(day: string): string {
  const name = offset.formatToParts(new Date(`${day}T00:00:00+12:30`)).find(({ type }) => type === 'timeZoneName');
  return `${day}T00:00:00${name?.value.replace('GMT', '') || '+12:00'}`;
}

/** The last moment of it. */
export const endOfDay = (day: string): string => new Date(Date.parse(startOfDay(dayAfter(day))) - 1).toISOString();

export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The day that it is in New Zealand. */
export const dayOf = (at: Date): string => iso.format(at);
