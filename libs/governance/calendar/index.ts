// Days, working days and the targets counted in them.
export * from './calendars.js';
export { addDays, dayOf, weekday, type Day } from './days.js';
export * from './targets.js';
