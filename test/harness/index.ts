// What stories and store tests stand on: a database of their own, people, and the real api over it.
import { jest } from '@jest/globals';

export * from './cast.js';
export * from './copy-proposals.js';
export * from './count-statements.js';
export * from './database.js';
export * from './digest.js';
export * from './documents.js';
export * from './journey-of-everything.js';
export * from './journeys.js';
export * from './marked.js';
export * from './open-api.js';
export * from './open-store.js';
export * from './rehearse.js';
export * from './rng.js';
export * from './sign-in.js';
export * from './visitor.js';

/** A loaded machine is slow and not wrong: what hangs is ended, and nothing here measures time. */
jest.setTimeout(120_000);
