// What happens while somebody looks: how far the ledger has come, and which proposals changed of those that a person may read.
export { followLedger, type Follower, type Followed } from './follow-ledger.js';
export { findVersion, listChanges, type Change, type Stretch } from './list-changes.js';
export type { Reach } from './reach.js';
