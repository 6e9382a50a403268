// The only lib that touches PostgreSQL: the hallway that commands take, queries as somebody may see them, the directory.
export { createDataSource, type ConnectionOptions, type DatabaseRole } from './data-source.js';
export * from './directory/change-directory.js';
export * from './directory/entities.js';
export * from './directory/events.js';
export * from './directory/tokens.js';
export * from './directory/view-directory.js';
export * from './embedded-postgres/index.js';
export { handleCommand, type CommandReceipt, type CommandRequest } from './handle-command.js';
export { isUuid, proposalStream } from './identifiers.js';
export type { Entry } from './ledger/index.js';
export * from './migrate.js';
export * from './queries/history.js';
export * from './queries/page.js';
export * from './queries/people.js';
export * from './queries/proposals.js';
export { rebuildProposal } from './rebuild.js';
export { sequenceBatch } from './sequence.js';
