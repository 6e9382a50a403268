// What a process is told by its environment: one typed schema for all of them.
export * from './configuration-or-end.js';
export * from './read-configuration.js';
export * from './strays.js';
export type { Reader, Variable } from './variable.js';
export * from './variables.js';
