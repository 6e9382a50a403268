// What a chart of bars is made of: counts added up by what they have in common, and each as a part of the longest.

export interface Bar {
  key: string;
  label: string;
  value: number;
  /** Of the longest: 0 to 1. */
  share: number;
}

interface Counted {
  count: number;
}

/** One bar for each key, in the order in which keys first come; sort the rows or the bars for another. */
export function barsOf<Row extends Counted>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  labelOf: (row: Row) => string,
): Bar[] {
  const sums = new Map<string, { label: string; value: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    const { label, value } = sums.get(key) ?? { label: labelOf(row), value: 0 };
    sums.set(key, { label, value: value + row.count });
  }
  const longest = Math.max(1, ...[...sums.values()].map(({ value }) => value));
  return [...sums].map(([key, { label, value }]) => ({ key, label, value, share: value / longest }));
}

export const byValue = (bars: readonly Bar[]): Bar[] => [...bars].sort((one, other) => other.value - one.value);
export const byKey = (bars: readonly Bar[]): Bar[] => [...bars].sort((one, other) => (one.key < other.key ? -1 : 1));

/** Months from the first to the last, those without any included: a gap in time is a fact. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let at = new Date(`${first}-01T00:00:00Z`); at.toISOString().slice(0, 7) <= last;) {
    months.push(at.toISOString().slice(0, 7));
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1));
  }
  return months;
}

const units = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const;

/** “3.5 days”, “12 hours”, “under a minute”: one figure behind the point below ten, none above. */
export function durationText(seconds: number): string {
  const [size, unit] = units.find(([each]) => seconds >= each * 2 || (each === 60 && seconds >= 60)) ?? [];
  if (size === undefined) return 'under a minute';
  const many = seconds / size;
  const said = many < 10 ? Math.round(many * 10) / 10 : Math.round(many);
  return `${said.toLocaleString('en-NZ')} ${unit}${said === 1 ? '' : 's'}`;
}
