// Gives new entries their contiguous place in the whole ledger, in batches, after they were committed. The worker's work.
import type { DataSource } from 'typeorm';
import { inTransaction, run, type Statement } from './connection.js';

const lock: Statement = {
  name: 'sequencer-lock',
  text: `select pg_try_advisory_xact_lock(hashtext('assent sequencer')) as mine`,
};

/** Entries of one stream were enqueued in its order; late commits of other streams simply come in a later batch. */
const place: Statement = {
  name: 'sequence-batch',
  text: `with taken as (
      delete from outbox where id in (select id from outbox order by id limit $1) returning id, entry_id),
    next as (select coalesce(max(index) + 1, 0) as index from ledger_position)
    insert into ledger_position (index, entry_id)
      select next.index + row_number() over (order by taken.id) - 1, taken.entry_id from taken, next
      returning index`,
};

/** The number of entries placed. Exactly one sequencer works at a time; another one gets 0. */
export const sequenceBatch = (dataSource: DataSource, size = 1000): Promise<number> =>
  inTransaction(dataSource, async client => {
    const [answer] = await run<{ mine: boolean }>(client, lock, []);
    if (!answer?.mine) return 0;
    return (await run(client, place, [size])).length;
  });
