// What the address of the reports says: a period in days of New Zealand, both included, and whose proposals.
import { stringifySearch, textIn, type RawSearch } from '../app/search-params.js';
import { beginOf, dayAfter, dayOf, isDay } from '../ui/nz-days.js';

export interface ReportsSearch {
  from?: string;
  to?: string;
  organisation?: string;
}

const dayIn = (value: unknown): string | undefined => {
  const text = textIn(value);
  return text !== undefined && isDay(text) ? text : undefined;
};

export const reportsSearch = (raw: RawSearch): ReportsSearch => ({
  from: dayIn(raw['from']),
  to: dayIn(raw['to']),
  organisation: textIn(raw['organisation']),
});

export interface Period {
  from: string;
  to: string;
}

/** A year up to today, unless the address says otherwise. */
export function periodOf({ from, to }: ReportsSearch, now: Date): Period {
  const end = to ?? dayOf(now);
  return { from: from ?? yearBefore(end), to: end };
}

/** The day after the same day of the year before: a whole year together with `day`. */
const yearBefore = (day: string): string =>
  dayAfter(`${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace('-02-29', '-02-28'));

/** As the API takes it: `to` is the first moment that does not count. */
export const variablesOf = ({ from, to }: Period, organisation: string | undefined) => ({
  from: beginOf(from),
  to: beginOf(dayAfter(to)),
  organisationId: organisation,
});

export type ReportPart = 'decisions' | 'timeInState' | 'staleSignOffs' | 'concerns';

export const csvOf = (part: ReportPart, variables: ReturnType<typeof variablesOf>): string =>
  `/csv/reports${stringifySearch({ part, ...variables })}`;
