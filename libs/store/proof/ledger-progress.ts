// How far the ledger has come on the way from recorded to witnessed, in one statement: for the worker's pace and for whoever asks.
import type { DataSource } from 'typeorm';
import { run, withClient, type Statement } from '../connection.js';
import { workerLag } from '../worker-lag.js';
import { logStanding } from './log.js';

export interface LedgerProgress {
  /** Entries that have their place. */
  placed: number;
  /** Entries in the tree, under a signed checkpoint, and under one that enough witnesses cosigned. */
  size: number;
  sealedSize: number;
  witnessedSize: number;
  /** Since how many seconds the tree has entries that are not sealed; 0 when it has none. */
  unsealedSeconds: number;
  /** Why the signer signs nothing at present; null when it does. */
  refusal: string | null;
}

const progress: Statement = {
  name: 'ledger-progress',
  text: `select (select coalesce(max(index) + 1, 0) from ledger_position)::float8 as placed, size::float8,
      sealed_size::float8 as "sealedSize", witnessed_size::float8 as "witnessedSize", refusal,
      coalesce(extract(epoch from clock_timestamp() - unsealed_since), 0)::float8 as "unsealedSeconds"
    from tree_head`,
};

export const ledgerProgress = (dataSource: DataSource): Promise<LedgerProgress> =>
  withClient(dataSource, async client => {
    const [row] = await run<LedgerProgress>(client, progress, []);
    if (!row) throw new Error('There is no tree head: the database is not migrated.');
    return row;
  });

export interface LedgerState extends LedgerProgress {
  /** The key that the ledger names last; null before it names any. */
  key: string | null;
  /** The age of the oldest entry that is not sealed; 0 when all are. */
  waitingSeconds: number;
}

/** As above, and under which key: for whoever reads the ledger. */
export async function ledgerState(dataSource: DataSource): Promise<LedgerState> {
  const [progress, { keys }, lag] = await Promise.all([
    ledgerProgress(dataSource),
    logStanding(dataSource),
    workerLag(dataSource),
  ]);
  const last = keys.at(-1)?.event;
  const key = last ? (last.type === 'SigningKeyIntroduced' ? last.key : last.newKey) : null;
  return { ...progress, key, waitingSeconds: Math.max(lag, progress.unsealedSeconds) };
}
