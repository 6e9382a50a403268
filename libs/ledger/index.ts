// The proof: bytes only. No domain word, no I/O, no clock, no chance; the same code runs in Node and in the browser.
export * from './both-sign.js';
export * from './bundle.js';
export * from './canonical.js';
export * from './checkpoint.js';
export * from './commitment.js';
export * from './hash.js';
export * from './leaf.js';
export * from './lines.js';
export * from './loss.js';
export * from './merkle.js';
export * from './note.js';
export * from './policy.js';
export * from './proof.js';
export * from './proof-file.js';
export * from './rotation.js';
