// The facts follow the ledger: the worker's work, after the sequencer's. Those of a proposal are made anew whenever it has a new
// entry, and how far that has come is committed with them, so that it may be stopped anywhere and begun again from nothing.
import type { DataSource } from 'typeorm';
import { inTransaction, run, type PgClient, type Statement } from '../connection.js';
import { recordedEvent } from '../rebuild.js';
import { factsOf, type Facts } from './facts-of.js';

const lockProgress: Statement = { name: 'lock-report-progress', text: 'select index from report_progress for update' };

const nextEntries: Statement = {
  name: 'report-next-entries',
  text: `select count(*)::integer as entries, coalesce(array_agg(distinct e.proposal_id)
      filter (where e.stream like 'proposal:%'), '{}') as proposals
    from (select entry_id from ledger_position where index >= $1 order by index limit $2) l
    join ledger_entry e on e.id = l.entry_id`,
};

/** Their bytes alone: the worker reads no words. */
const entriesUpTo: Statement = {
  name: 'report-entries-up-to',
  text: `select e.stream, e.bytes from ledger_entry e join ledger_position l on l.entry_id = e.id
    where e.stream = any (select 'proposal:' || id from unnest($1::uuid[]) id) and l.index < $2
    order by e.stream, e.sequence`,
};

const moveProgress: Statement = { name: 'move-report-progress', text: 'update report_progress set index = $1' };

/** The number of entries folded in, at most `most`. One worker at a time: another one waits for it, and goes on from there. */
export const foldFacts = (dataSource: DataSource, most = 200): Promise<number> =>
  inTransaction(dataSource, async client => {
    const [progress] = await run<{ index: string }>(client, lockProgress, []);
    if (!progress) throw new Error('There is no report progress: the database is not migrated.');
    const from = Number(progress.index);
    const [next] = await run<{ entries: number; proposals: string[] }>(client, nextEntries, [from, most]);
    if (!next || next.entries === 0) return 0;
    const upTo = from + next.entries;
    if (next.proposals.length > 0) await renew(client, next.proposals, upTo);
    await run(client, moveProgress, [upTo]);
    return next.entries;
  });

async function renew(client: PgClient, proposals: string[], upTo: number): Promise<void> {
  const rows = await run<{ stream: string; bytes: Buffer }>(client, entriesUpTo, [proposals, upTo]);
  const streams = Map.groupBy(rows, ({ stream }) => stream);
  const all = [...streams.values()].map(entries =>
    factsOf(entries.map(entry => recordedEvent({ ...entry, words: null }))),
  );
  for (const table of ['decision_fact', 'state_span', 'stale_fact', 'concern_fact'] as const) {
    await run(client, forget(table), [proposals]);
    await run(client, remember(table), [JSON.stringify(all.flatMap(facts => facts[table] as object[]))]);
  }
}

const forget = (table: keyof Facts): Statement => ({
  name: `forget-${table}`,
  text: `delete from ${table} where proposal_id = any ($1::uuid[])`,
});

const remember = (table: keyof Facts): Statement => ({
  name: `remember-${table}`,
  text: `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
});
