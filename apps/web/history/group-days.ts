// Entries by the day of New Zealand on which they were made, in the order given.
import { dayOf } from '../ui/nz-days.js';

export interface Day<Entry> {
  day: string;
  entries: Entry[];
}

export function groupDays<Entry extends { at: string }>(entries: readonly Entry[]): Day<Entry>[] {
  const days: Day<Entry>[] = [];
  for (const entry of entries) {
    const day = dayOf(new Date(entry.at));
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
