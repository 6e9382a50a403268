// home/postgres.log: what the server says. It is held open by the server itself and so outlives us.
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FULL = 5 * 1024 * 1024;

export interface ServerLog {
  readonly path: string;
  /** For the child's stdout and stderr; to be closed here once it has them. */
  readonly descriptor: number;
  close(): void;
  /** What was written since it was opened. */
  written(): string;
}

/** Opens the log to append to. A log over 5 MB becomes postgres.log.1 first, so that two of them bound what is kept. */
export function openServerLog(home: string): ServerLog {
  const path = join(home, 'postgres.log');
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > FULL) renameSync(path, `${path}.1`);
  const descriptor = openSync(path, 'a', 0o600);
  const start = fstatSync(descriptor).size;
  return {
    path,
    descriptor,
    close: () => closeSync(descriptor),
    written: () => readFileSync(path).subarray(start).toString('utf8'),
  };
}

/** The last lines, for an error message. */
export function lastLines(home: string, count = 8): string {
  const path = join(home, 'postgres.log');
  try {
    const lines = readFileSync(path, 'utf8').trim().split('\n').slice(-count);
    return `The last lines of ${path}:\n${lines.map(line => `  ${line}`).join('\n')}`;
  } catch {
    return `There is no log at ${path}.`;
  }
}
