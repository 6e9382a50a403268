// The tree over the ledger, kept in the database and read back as proofs.
export * from './grow-tree.js';
export * from './read-tree.js';
export * from './publish.js';
export * from './cosignatures.js';
export * from './ledger-progress.js';
export * from './log.js';
export * from './find-checkpoint.js';
