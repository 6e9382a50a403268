// What the stories of the embedded server share: homes that are cleaned up, starters in processes of their own, one query.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../libs/store/embedded-postgres/index.js';
import { removeTree } from '../../libs/store/embedded-postgres/leftovers.js';

/** Nothing in a story has to survive the machine, so nothing is forced to the disk; what is committed is written all the same. */
export const FAST = { fsync: 'off', full_page_writes: 'off' };

/** Open to all, so that as root, too, the cluster stays in it; `private` for the folder only its owner may enter. */
export function makeFolder(mode: 'open' | 'private' = 'open'): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'assent-story-')));
  if (mode === 'open') chmodSync(folder, 0o755);
  return folder;
}

/** Ends the starters, stops the server of a home, whoever started it, and removes the home with its data. */
export async function removeHome(home: string): Promise<void> {
  for (const starter of starters.splice(0)) starter.kill('SIGKILL'); // a story that failed half-way leaves them
  if (existsSync(join(home, 'postgres', 'postmaster.pid'))) await (await startEmbeddedPostgres({ home })).stop();
  const data = existsSync(join(home, 'postgres')) ? realpathSync(join(home, 'postgres')) : home;
  if (!data.startsWith(home)) removeTree(resolve(data, '..'));
  removeTree(home);
}

/** What start-server.ts says. */
export interface Said {
  readonly port: number;
  readonly adopted: boolean;
  readonly url: string;
  readonly told: string[];
  readonly error?: string;
}

export interface Starter {
  readonly process: ChildProcess;
  readonly said: Promise<Said>;
  /** kill -9 of the starter, not of the server. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

interface Circumstances {
  readonly uid?: number;
  readonly gid?: number;
  /** The folder of the checkout to run; this one unless told. */
  readonly checkout?: string;
}

const starters: ChildProcess[] = [];

/** Starts the server of a home from a process of its own. */
export function startElsewhere(home: string, { checkout = process.cwd(), ...ids }: Circumstances = {}): Starter {
  const file = (name: string) => join(checkout, 'test', 'postgres', name);
  const args = ['--import', file('typescript.mjs'), file('start-server.ts'), home, JSON.stringify(FAST)];
  const env = { PATH: process.env.PATH };
  const child = spawn(process.execPath, args, { ...ids, cwd: '/', env, stdio: ['pipe', 'pipe', 'inherit'] });
  starters.push(child);
  const closed = new Promise<void>(done => child.on('close', () => done()));
  const said = new Promise<Said>((done, fail) => {
    createInterface({ input: child.stdout }).once('line', line => done(JSON.parse(line)));
    void closed.then(() => fail(new Error('the starter ended without a word')));
  });
  said.catch(() => undefined); // a story that kills the starter does not wait for its word
  const end = (act: () => void) => (act(), closed);
  return {
    process: child,
    said,
    kill: () => end(() => child.kill('SIGKILL')),
    stop: () => end(() => child.stdin.end('stop\n')),
  };
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // a server that dies is told by the query
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The number of the process that postmaster.pid names. */
export function serverProcess(home: string): number {
  return Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}
