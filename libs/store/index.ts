// The only lib that touches PostgreSQL: the hallway that commands take, queries as somebody may see them, the directory.
export { createDataSource, type ConnectionOptions, type DatabaseRole } from './data-source.js';
export * from './directory/change-directory.js';
export * from './directory/entities.js';
export { handleDirectory, type DirectoryReceipt, type DirectoryRequest } from './directory/handle-directory.js';
export * from './directory/tokens.js';
export * from './directory/view-directory.js';
export * from './embedded-postgres/index.js';
export * from './erasure/index.js';
export { gaveWay, handleCommand, type CommandReceipt, type CommandRequest } from './handle-command.js';
export { isUuid, proposalStream } from './identifiers.js';
export { isAway } from './is-away.js';
export type { Entry, Performer } from './ledger/index.js';
export * from './live/index.js';
export * from './migrate.js';
export { findProposalAsOf, listPortfolioAsOf, type PortfolioFilter, type Until } from './queries/as-of.js';
export * from './queries/directory.js';
export { findHappenings } from './queries/happenings.js';
export * from './queries/history.js';
export { findRoleHolders } from './queries/holders.js';
export * from './queries/list-proposals.js';
export * from './queries/page.js';
export { findPasts } from './queries/past.js';
export * from './queries/people.js';
export {
  findProposal,
  findProposalByReference,
  findProposalOfPart,
  findProposals,
  type ProposalSeen,
} from './queries/proposals.js';
export type { ProposalSort } from './queries/sort-proposals.js';
export { listMentioning } from './queries/mentions.js';
export { listWork } from './queries/work.js';
export { findExactEntry, type ExactEntry, type SaltedWords } from './queries/exact-entry.js';
export { rebuildProposal } from './rebuild.js';
export { auditStream, readingRecorder, type RecordReading } from './record-reading.js';
export { sequenceBatch } from './sequence.js';
export * from './export/index.js';
export * from './proof/index.js';
export * from './reports/index.js';
export * from './upkeep/index.js';
export { poolState } from './pool-state.js';
export * from './sessions/index.js';
export { storeParts, type StoreParts } from './store-parts.js';
export { expectDatabase, withDatabase } from './with-database.js';
export { workerLag } from './worker-lag.js';
