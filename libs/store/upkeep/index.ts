// What an operator does with a whole database, under the login that owns it: know what it holds, and whether it holds together.
export * from './chains.js';
export * from './contents.js';
export * from './directory.js';
export * from './groups.js';
export * from './owner-url.js';
export * from './rows.js';
export * from './schema.js';
export * from './words.js';
