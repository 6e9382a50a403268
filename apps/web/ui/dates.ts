// Dates as people here write them: “Tue 24 Nov 2026”, the time where it matters, and how far away beside the date, never instead.

const zone = 'Pacific/Auckland';
const day = new Intl.DateTimeFormat('en-NZ', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: zone,
});
const time = new Intl.DateTimeFormat('en-NZ', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
const relative = new Intl.RelativeTimeFormat('en-NZ', { numeric: 'auto' });
const DAY_MS = 86_400_000;

/** `Tue 24 Nov 2026`, in New Zealand. */
export function dayText(at: Date): string {
  const part = Object.fromEntries(day.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['weekday']} ${part['day']} ${part['month']?.slice(0, 3)} ${part['year']}`;
}

/** `14:02`, in New Zealand. */
export const timeText = (at: Date): string => time.format(at);

/** `today`, `in 3 days`, `2 weeks ago`, counted in days of New Zealand. */
export function relativeText(at: Date, now: Date): string {
  const days = dayNumber(at) - dayNumber(now);
  if (Math.abs(days) < 14) return relative.format(days, 'day');
  if (Math.abs(days) < 60) return relative.format(Math.trunc(days / 7), 'week');
  return relative.format(Math.trunc(days / 30.44), 'month');
}

function dayNumber(at: Date): number {
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
  return Math.round(Date.parse(iso) / DAY_MS);
}
