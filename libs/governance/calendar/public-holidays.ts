// The public holidays of the whole country on the days they are observed: what falls on a weekend is moved to the Monday or Tuesday
// after it. Anniversary days of regions are not here. A dated table, copied once; calendar.spec.ts works most of it out again.
// Sources: Holidays Act 2003, sections 44 to 45A; Te Kāhui o Matariki Public Holiday Act 2022, Schedule 1 (Matariki).

/** By year, as MM-DD. */
const observed: Record<number, string> = {
  2024: '01-01 01-02 02-06 03-29 04-01 04-25 06-03 06-28 10-28 12-25 12-26',
  2025: '01-01 01-02 02-06 04-18 04-21 04-25 06-02 06-20 10-27 12-25 12-26',
  2026: '01-01 01-02 02-06 04-03 04-06 04-27 06-01 07-10 10-26 12-25 12-28',
  2027: '01-01 01-04 02-08 03-26 03-29 04-26 06-07 06-25 10-25 12-27 12-28',
  2028: '01-03 01-04 02-07 04-14 04-17 04-25 06-05 07-14 10-23 12-25 12-26',
  2029: '01-01 01-02 02-06 03-30 04-02 04-25 06-04 07-06 10-22 12-25 12-26',
  2030: '01-01 01-02 02-06 04-19 04-22 04-25 06-03 06-21 10-28 12-25 12-26',
  2031: '01-01 01-02 02-06 04-11 04-14 04-25 06-02 07-11 10-27 12-25 12-26',
};

/** Days such as 2026-04-27. */
export const publicHolidays: ReadonlySet<string> = new Set(
  Object.entries(observed).flatMap(([year, days]) => days.split(' ').map(day => `${year}-${day}`)),
);

/** The years that the table covers: of others nothing is known but weekends. */
export const firstYear = Math.min(...Object.keys(observed).map(Number));
export const lastYear = Math.max(...Object.keys(observed).map(Number));
