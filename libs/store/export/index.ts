// What is handed to somebody who checks it: the ledger under its newest checkpoint, in one snapshot.
export { ExportError } from './export-error.js';
export type { Names } from './read-names.js';
export type { ExportedEntry, ExportedWords } from './read-range.js';
export type { StateRow } from './read-state.js';
export * from './snapshot.js';
