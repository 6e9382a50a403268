// A server process that is known to run, whether we started it or found it: how it ends, and how to end it.
import { type ChildProcess } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { signal, stateOf } from './processes.js';
import { SECOND, waitUntil } from './wait.js';

const FAST = 60 * SECOND;
const IMMEDIATE = 15 * SECOND;

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Fulfilled when the process is gone, with how it went: `ended with code 1`. */
  readonly ended: Promise<string>;
  /** Returns when the process is gone. */
  stop(): Promise<void>;
}

/** The server we started: the system tells us its end. */
export function ofChild(child: ChildProcess, port: number): Postmaster {
  const ended = new Promise<string>(resolve => {
    child.on('error', error => resolve(`could not be started (${error.message})`));
    child.on('exit', (code, name) => resolve(name ? `was ended by ${name}` : `ended with code ${code}`));
  });
  const pid = child.pid ?? 0;
  return { pid, port, ended, stop: () => stop(pid) };
}

// Elsewhere than on Linux a look costs a `ps`.
const LOOK_EVERY = process.platform === 'linux' ? SECOND / 4 : 2 * SECOND;

/** A server we found: it is somebody else's child, so we look whether it lives. Keeps no process of ours alive. */
export function ofFound(pid: number, port: number): Postmaster {
  const ended = new Promise<string>(resolve => {
    const timer = setInterval(() => {
      if (stateOf(pid) === 'living') return;
      clearInterval(timer);
      resolve('ended');
    }, LOOK_EVERY).unref();
  });
  return { pid, port, ended, stop: () => stop(pid) };
}

/** SIGINT is a fast shutdown: connections are closed, everything is written. SIGQUIT leaves the rest to recovery. */
async function stop(pid: number): Promise<void> {
  const isGone = () => stateOf(pid) !== 'living';
  signal(pid, 'SIGINT');
  if (await waitUntil(isGone, FAST)) return;
  signal(pid, 'SIGQUIT');
  if (await waitUntil(isGone, IMMEDIATE)) return;
  throw new EmbeddedPostgresError(
    `The PostgreSQL server (process ${pid}) does not stop. Its disk may hang; end it with kill -9 ${pid} ` +
      'if need be: nothing that was committed is lost.',
  );
}
