// What the parts themselves say.
import { defineWords } from '../words/define-words.js';

export const partWords = defineWords({
  optional: 'optional',
  charactersLeft: (left: number) => `${left} characters left`,
  charactersOver: (over: number) => `${over} characters too many`,
  dayPattern: 'd/m/yyyy',
  noDay: 'This is no day. Write it as 1/3/2027 or 1 March 2027.',
  calendar: (label: string) => `Calendar: ${label}`,
  close: 'Close',
  options: 'Options',
  choose: 'Choose',
  theme: 'Colours',
  system: 'As the system has it',
  light: 'Light',
  dark: 'Dark',
  removeFilter: (what: string) => `Remove the filter ${what}`,
  clearFilters: 'Clear all filters',
  filters: 'Filters',
  pages: 'Pages',
  previous: 'Previous page',
  next: 'Next page',
  first: 'First page',
  errors: 'Please mend this first',
  youAreHere: 'Where you are',
  hiddenSign: (code: string) => `hidden sign ${code}`,
  nothingGiven: 'Nothing given',
});
