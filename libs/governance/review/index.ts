// What a reviewer is told beside the dossier.
export type { Happening } from './happenings.js';
export * from './places.js';
export * from './revisions.js';
export * from './signing.js';
