// What stories and store tests stand on: a database of their own, people, and the real api over it.
export * from './cast.js';
export * from './database.js';
export * from './digest.js';
export * from './documents.js';
export * from './journeys.js';
export * from './open-api.js';
export * from './open-store.js';
export * from './visitor.js';
