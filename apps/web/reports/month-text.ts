// `2026-11` as people write it.
const format = new Intl.DateTimeFormat('en-NZ', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** “Nov 2026”. */
export const monthText = (month: string): string => format.format(new Date(`${month}-01T00:00:00Z`));
