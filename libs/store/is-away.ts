// Whether what was thrown says that the database is away: stopped, restarting, full, or cut off. Whoever asks again soon may be answered.

/** PostgreSQL ends a connection by these alone, and refuses one with them. */
const ends = new Set(['FATAL', 'PANIC']);
/** What node-postgres says of a connection that ended or never began; these errors have neither class nor code. */
const endedInWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed))/;

/** Of a command that was at work it is not known whether it was recorded: sent again under its id it counts once. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { severity, syscall, driverError } = error as { severity?: string; syscall?: string; driverError?: unknown };
  if (driverError !== undefined) return isAway(driverError);
  return ends.has(severity ?? '') || syscall !== undefined || endedInWords.test(error.message);
}
