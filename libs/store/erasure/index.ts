// Erasing words, telling it outside the database, and doing it again where a restored backup brought them back.
export { erasureFile, erasureList, type ErasureList, type ListedErasure } from './erasure-list.js';
export { findHolders, mostHolders } from './find-holders.js';
export { findErasers, type WordsPlace } from './find-erasers.js';
export { handleErasure, type ErasureReceipt } from './handle-erasure.js';
export type { ErasureRequest } from './erasure-request.js';
export { replaySentences } from './replay-sentences.js';
export { completeList, replayAsOwner, replayErasures, type ReplayReport } from './replay-erasures.js';
