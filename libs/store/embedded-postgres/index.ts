// The public face of the embedded PostgreSQL server: everything else in this folder is its own business.
export { packCluster, unpackCluster } from './cold-copy.js';
export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export { findEmbeddedPostgres } from './find-embedded-postgres.js';
export type { EmbeddedPostgres } from './server.js';
export { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './start-embedded-postgres.js';
