// The rules of the directory: who is there, in which roles from when to when, and who may change that.
export * from './commands.js';
export { decideDirectory, namesUnknown } from './decide.js';
export * from './directory.js';
export type { DirectoryEvent } from './events.js';
export { emptyDirectory, evolveDirectory } from './evolve.js';
export { foundDirectory } from './found.js';
export * from './reading.js';
export type { DirectoryJudgement, DirectorySituation } from './situation.js';
export { hasAdministrator, isInForce, mayNotMeet, overlaps, rolesInForce, type Span } from './standing.js';
