// The one error this folder throws. Its message is for the person who started Assent: what is wrong, then what to do.

/** The embedded server could not be started, adopted or stopped; the message ends with a remedy. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
