// Days as people here write them: `1/3/2027` is the first of March whatever the browser is set to, and so are `2027-03-01`,
// `1 March 2027` and what a field shows of it, `Mon 1 Mar 2027`. Within the app a day is always `2027-03-01`.
import { dayText } from './dates.js';
import { beginOf, isDay } from './nz-days.js';

const months = 'january february march april may june july august september october november december'.split(' ');

const numbers = /^(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{4}|\d{2})$/;
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const inWords = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i;

/** Undefined for what is no day, such as 29/2/2027. */
export function dayFrom(text: string): string | undefined {
  const given = text.trim();
  const [, year, month, day] = yearFirst.exec(given) ?? dayFirst(given) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}

function dayFirst(text: string): [string, string?, string?, string?] | undefined {
  const [whole, day, month, year] = numbers.exec(text) ?? inWords.exec(text) ?? [];
  if (whole === undefined || month === undefined) return undefined;
  return [whole, year, /\d/.test(month) ? month : monthOf(month), day];
}

/** “Mar”, “march” and “Sept” are; “Ma” might be two. */
function monthOf(name: string): string | undefined {
  const index = months.findIndex(month => month.startsWith(name.toLowerCase()));
  return index < 0 ? undefined : String(index + 1);
}

/** `Mon 1 Mar 2027`; nothing for no day. */
export const dayShown = (day: string): string => (isDay(day) ? dayText(new Date(beginOf(day))) : '');
