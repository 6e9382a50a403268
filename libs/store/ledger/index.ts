export * from './entry.js';
export * from './sha256.js';
export * from './system.js';
export * from './words.js';
