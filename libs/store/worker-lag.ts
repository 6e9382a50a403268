// How far the worker is behind: the age of the oldest entry that has no place in the whole ledger yet.
import type { DataSource } from 'typeorm';
import { run, withClient, type Statement } from './connection.js';

const statement: Statement = {
  name: 'worker-lag',
  text: `select extract(epoch from clock_timestamp() - enqueued_at)::float8 as seconds from outbox order by id limit 1`,
};

/** Seconds; 0 when nothing waits. */
export const workerLag = (dataSource: DataSource): Promise<number> =>
  withClient(dataSource, async client => {
    const [oldest] = await run<{ seconds: number }>(client, statement, []);
    return Math.max(0, oldest?.seconds ?? 0);
  });
