// Reports: facts read off the entries by the worker, and counted for whoever may.
export { foldFacts } from './fold-facts.js';
export * from './read-reports.js';
