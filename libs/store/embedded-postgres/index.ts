// The public face of the embedded PostgreSQL server: everything else in this folder is its own business.
export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export type { EmbeddedPostgres } from './server.js';
export { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './start-embedded-postgres.js';
