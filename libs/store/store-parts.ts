// What a process that works on the store depends on, one word for each part: it is what /readyz shows to anyone.
import type { DataSource } from 'typeorm';
import { pendingMigrations } from './migrate.js';
import { ledgerProgress } from './proof/ledger-progress.js';
import { workerLag } from './worker-lag.js';

export interface StoreParts {
  database: 'ok' | 'unreachable';
  migrations: 'up to date' | 'pending' | 'unknown';
  /** `behind`: an entry has waited for its place longer than it should. Commands are accepted nevertheless. */
  worker: 'ok' | 'behind' | 'unknown';
  /** `behind`: an entry waits for its checkpoint; `alarm`: the signer refuses to sign. Commands are accepted nevertheless. */
  ledger: 'ok' | 'behind' | 'alarm' | 'unknown';
}

/** Milliseconds. */
const patience = 2_000;
const unreachable: StoreParts = {
  database: 'unreachable',
  migrations: 'unknown',
  worker: 'unknown',
  ledger: 'unknown',
};

/** Answers soon, whatever hangs. `longestWait` is in seconds. */
export const storeParts = (dataSource: DataSource, longestWait: number): Promise<StoreParts> =>
  // What exactly the database said is for its log: this answer is public.
  Promise.race([ask(dataSource, longestWait).catch(() => unreachable), silence()]);

async function ask(dataSource: DataSource, longestWait: number): Promise<StoreParts> {
  const isPending = (await pendingMigrations(dataSource)).length > 0;
  if (isPending) return { database: 'ok', migrations: 'pending', worker: 'unknown', ledger: 'unknown' };
  const isBehind = (await workerLag(dataSource)) > longestWait;
  const { refusal, unsealedSeconds } = await ledgerProgress(dataSource);
  const ledger = refusal ? 'alarm' : unsealedSeconds > longestWait ? 'behind' : 'ok';
  return { database: 'ok', migrations: 'up to date', worker: isBehind ? 'behind' : 'ok', ledger };
}

const silence = (): Promise<StoreParts> =>
  new Promise(resolve => {
    setTimeout(() => resolve(unreachable), patience).unref();
  });
