// The facts of reports equal what a naive recount over the entries gives: whatever the batches, wherever the worker is killed, and
// made again from nothing. And nobody counts what they may not see.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import {
  foldFacts,
  reportConcerns,
  reportDecisions,
  reportStaleSignOffs,
  reportTimeInState,
  sequenceBatch,
} from '#store';
import { openStore, travel, travellerIn, type OpenStore, type PersonaKey, type Row } from '../harness/index.js';
import { factTables as tables, recount, type Recount, type Told } from './recount.js';

let store: OpenStore;
let worker: DataSource;
beforeAll(async () => {
  store = await openStore();
  worker = await store.connect('assent_worker', 2);
  const traveller = await travellerIn(store);
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) await travel(store, traveller, seed, 120);
  while ((await sequenceBatch(worker)) > 0);
});
afterAll(() => store.close());

const sorted = (rows: object[]): string[] => rows.map(row => JSON.stringify(Object.entries(row).sort())).sort();
const plain = (facts: Recount) => tables.map(table => [table, sorted(facts[table])]);

async function facts(): Promise<Recount> {
  const found = {} as Recount;
  for (const table of tables) found[table] = await store.database.sql<Row>(`select * from ${table}`);
  return found;
}

/** The entries with places below `upTo`, stream by stream, each read off its bytes. */
async function told(upTo: number): Promise<Told[][]> {
  const rows = await store.database.sql<{ stream: string; bytes: Buffer }>(
    `select stream, bytes from ledger_entry e join ledger_position p on p.entry_id = e.id
      where e.proposal_id is not null and e.stream = 'proposal:' || e.proposal_id and p.index < $1 order by stream, sequence`,
    [upTo],
  );
  const streams = Map.groupBy(rows, ({ stream }) => stream);
  return [...streams.values()].map(entries => entries.map(({ bytes }) => JSON.parse(bytes.toString('utf8')) as Told));
}

async function recounted(upTo = Number.MAX_SAFE_INTEGER): Promise<Recount> {
  const counted = (await told(upTo)).map(recount);
  return Object.fromEntries(tables.map(table => [table, counted.flatMap(each => each[table])])) as Recount;
}

const progress = async (): Promise<number> =>
  Number((await store.database.sql<Row>('select index from report_progress'))[0]!['index']);

/** A worker that dies in the middle of a batch: its facts are written, and how far it came is held from it. */
async function dieWithin(size: number): Promise<void> {
  const holder = (await store.connect('migrator', 1)).createQueryRunner();
  await holder.startTransaction();
  await holder.query('lock table report_progress in share mode');
  const dying = await store.connect('assent_worker', 1);
  const folded = expect(foldFacts(dying, size)).rejects.toThrow();
  const stopped = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like 'update report_progress%'`;
  for (let tries = 0; tries < 500 && (await store.database.sql(stopped)).length === 0; tries += 1);
  await folded;
  await holder.rollbackTransaction();
  await holder.release();
  await dying.destroy();
}

describe('The facts', () => {
  it('equal a naive recount after each batch, though a worker dies within each', async () => {
    for (let size = 1; ; size += 97) {
      const before = await progress();
      const kept = plain(await facts());
      const waiting = await store.database.sql('select from ledger_position where index >= $1', [before]);
      if (waiting.length === 0) break;
      await dieWithin(size);
      expect([await progress(), plain(await facts())]).toEqual([before, kept]);
      expect(await foldFacts(worker, size)).toBe(Math.min(size, waiting.length));
      expect(plain(await facts())).toEqual(plain(await recounted(await progress())));
    }
    const whole = await facts();
    for (const table of tables) expect([table, whole[table].length > 5]).toEqual([table, true]);
    expect(await foldFacts(worker)).toBe(0);
  });

  it('are the same made again from nothing, by two workers at once', async () => {
    const before = plain(await facts());
    await store.database.sql(`truncate ${tables.join(', ')}; update report_progress set index = 0`);
    const work = async (): Promise<void> => {
      while ((await foldFacts(worker, 61)) > 0);
    };
    await Promise.all([work(), work()]);
    expect(plain(await facts())).toEqual(before);
  });

  it('follow what comes later, and hold no words', async () => {
    await travel(store, await travellerIn(store), 9, 40);
    while ((await sequenceBatch(worker)) > 0);
    while ((await foldFacts(worker)) > 0);
    const now = await facts();
    expect(plain(now)).toEqual(plain(await recounted()));
    for (const word of ['Weighed', 'Wait.', 'Journey', 'sister', 'Case 4417'])
      expect(JSON.stringify(now)).not.toContain(word);
  });
});

const always = { from: '2000-01-01T00:00:00Z', to: '2999-01-01T00:00:00Z' };
const sum = (counts: { count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);

async function reportsTo(who: PersonaKey, period: Parameters<typeof reportDecisions>[2] = always) {
  const actor = await store.actorOf(store.cast.members[who]);
  const { dataSource } = store;
  return {
    decisions: await reportDecisions(dataSource, actor, period),
    timeInState: await reportTimeInState(dataSource, actor, period),
    staleSignOffs: await reportStaleSignOffs(dataSource, actor, period),
    concerns: await reportConcerns(dataSource, actor, period),
  };
}

describe('The reports', () => {
  it('count every fact once for an auditor', async () => {
    const all = await recounted();
    const { decisions, timeInState, staleSignOffs, concerns } = await reportsTo('auditor');
    expect(sum(decisions)).toBe(all.decision_fact.length);
    expect(sum(timeInState)).toBe(all.state_span.filter(({ left_at }) => left_at).length);
    expect(sum(staleSignOffs)).toBe(all.stale_fact.length);
    expect(sum(concerns)).toBe(all.concern_fact.length);
    for (const { outcome, tier, month, count } of decisions) {
      const same = all.decision_fact.filter(
        fact => fact['outcome'] === outcome && fact['tier'] === tier && fact['at'].toISOString().startsWith(month),
      );
      expect(same.length).toBe(count);
    }
  });

  it('tell the middle and the ninth tenth of the times in a state', async () => {
    const { state_span } = await recounted();
    for (const { state, tier, p50Seconds, p90Seconds } of (await reportsTo('auditor')).timeInState) {
      const seconds = state_span
        .filter(span => span['state'] === state && span['tier'] === tier && span['left_at'])
        .map(span => (span['left_at'] - span['entered_at']) / 1000)
        .sort((one, other) => one - other);
      const at = (part: number): number => {
        const place = part * (seconds.length - 1);
        const [low, high] = [seconds[Math.floor(place)]!, seconds[Math.ceil(place)]!];
        return low + (high - low) * (place - Math.floor(place));
      };
      expect(p50Seconds).toBeCloseTo(at(0.5), 6);
      expect(p90Seconds).toBeCloseTo(at(0.9), 6);
    }
  });

  it('keep to the period and the organisation', async () => {
    const nothing = { decisions: [], timeInState: [], staleSignOffs: [], concerns: [] };
    const { organisationId } = store.cast.members.analyst;
    expect(await reportsTo('auditor', { ...always, organisationId })).toEqual(await reportsTo('auditor'));
    for (const period of [
      { ...always, to: '2000-01-02T00:00:00Z' },
      { ...always, organisationId: store.cast.members.outsider.organisationId },
      { ...always, organisationId: 'none' },
    ])
      expect(await reportsTo('auditor', period)).toEqual(nothing);
  });

  it('show nothing to partners, outsiders and administrators', async () => {
    for (const who of ['partner_a', 'partner_b', 'outsider', 'administrator'] as const)
      expect(sum(Object.values(await reportsTo(who)).flat())).toBe(0);
  });

  it('count a concern among reviewers for those alone who may read it', async () => {
    const { concern_fact } = await recounted();
    const toAnalysts = concern_fact.filter(({ audience }) => audience !== 'REVIEWERS').length;
    expect(toAnalysts).toBeLessThan(concern_fact.length);
    expect(sum((await reportsTo('analyst_2')).concerns)).toBe(toAnalysts);
    expect(sum((await reportsTo('approver')).concerns)).toBe(concern_fact.length);
  });

  it('count none among reviewers of a proposal for its author, whatever else they are', async () => {
    const toAuthor = (await facts()).concern_fact.filter(({ audience }) => audience !== 'REVIEWERS').length;
    const { personId } = store.cast.members.approver;
    await store.database.sql('update concern_fact set author_id = $1', [personId]);
    expect(sum((await reportsTo('approver')).concerns)).toBe(toAuthor);
    await store.database.sql('update report_progress set index = 0');
    while ((await foldFacts(worker)) > 0);
    expect(plain(await facts())).toEqual(plain(await recounted()));
  });

  it('rest on facts that no connection sees without a scope', async () => {
    for (const table of tables)
      expect(await store.dataSource.query(`select count(*)::integer as rows from ${table}`)).toEqual([{ rows: 0 }]);
  });
});
