// The proof: bytes only. No domain word, no I/O, no clock, no chance; the same code runs in Node and in the browser.
export * from './canonical.js';
export * from './commitment.js';
export * from './hash.js';
export * from './leaf.js';
