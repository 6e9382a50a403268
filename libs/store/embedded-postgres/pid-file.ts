// postmaster.pid, PostgreSQL's own lock on a data folder: reading it, and removing one whose server is certainly gone.
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface PidFile {
  /** 0 for an empty file: a server that is about to write it, or the remnant of one that could not. */
  readonly pid: number;
  /** Undefined until the server has got as far as to write it. */
  readonly port: number | undefined;
  /** starting, ready, stopping: the file's eighth line. */
  readonly status: string;
  /** The file as it was read, to know it again. */
  readonly text: string;
}

export function readPidFile(data: string): PidFile | undefined {
  try {
    const text = readFileSync(join(data, 'postmaster.pid'), 'utf8');
    const lines = text.split('\n').map(line => line.trim());
    // A server in single-user mode writes its number with a minus.
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]) || undefined, status: lines[7] ?? '', text };
  } catch {
    return undefined;
  }
}

/**
 * Removes the file that was judged stale, and no other: between the judgement and now another process may have removed it
 * too and started a server, whose lock this would be. So it is taken aside, compared, and put back if it is a new one.
 */
export function removePidFile(data: string, judged: PidFile): void {
  const file = join(data, 'postmaster.pid');
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // somebody else removed it
  }
  if (readFileSync(aside, 'utf8') !== judged.text) linkSync(aside, file);
  rmSync(aside);
}
