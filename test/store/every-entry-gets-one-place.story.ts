// The sequencer: contiguous places from 0, each entry once, in the order of its stream, whoever writes and sequences meanwhile.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { sequenceBatch } from '#store';
import { openStore, travellerIn, type OpenStore, type Row } from '../harness/index.js';

let store: OpenStore;
let workers: DataSource[];
beforeAll(async () => {
  store = await openStore();
  workers = [await store.connect('assent_worker', 1), await store.connect('assent_worker', 1)];
});
afterAll(() => store.close());

const placed = () =>
  store.database.sql<Row>(
    `select l.index::int, e.stream, e.sequence from ledger_position l join ledger_entry e on e.id = l.entry_id order by l.index`,
  );
const waiting = async () => (await store.database.sql('select count(*)::int as n from outbox'))[0]!['n'] as number;

async function expectContiguous(): Promise<void> {
  const rows = await placed();
  expect(rows.map(({ index }) => index as number)).toEqual(rows.map((_, index) => index));
  const [entries] = await store.database.sql('select count(*)::int as n from ledger_entry');
  expect(rows).toHaveLength(entries!['n'] as number);
  const last = new Map<string, number>();
  for (const { stream, sequence } of rows) {
    expect([stream, sequence]).toEqual([stream, (last.get(stream) ?? 0) + 1]);
    last.set(stream, sequence);
  }
}

describe('The sequencer', () => {
  it('places what was there before it, in batches of the size asked for', async () => {
    const before = await waiting();
    expect(await sequenceBatch(workers[0]!, 10)).toBe(10);
    expect(await waiting()).toBe(before - 10);
    while (await sequenceBatch(workers[0]!, 10));
    expect(await waiting()).toBe(0);
    await expectContiguous();
  });

  it('places nothing when there is nothing', async () => {
    expect(await sequenceBatch(workers[0]!)).toBe(0);
  });

  it('loses and repeats nothing under eight writers and two sequencers', async () => {
    const traveller = await travellerIn(store);
    let isWriting = true;
    const write = async (writer: number): Promise<void> => {
      const { proposal } = (await traveller.send('analyst', 'DraftProposal', {
        title: `Writer ${writer}`,
        dossier: {},
      }))!;
      for (let n = 0; n < 25; n += 1) {
        const body = `Comment ${n}`;
        const change = { proposalId: proposal.id, expectedVersion: n + 1, dossier: { summary: body } };
        await traveller.send('analyst', 'ReviseProposal', change);
        await traveller.send('analyst_2', 'Comment', { proposalId: proposal.id, body });
      }
    };
    const sequence = async (worker: DataSource): Promise<number> => {
      let total = 0;
      while (isWriting || (await waiting()) > 0) total += await sequenceBatch(worker, 7);
      return total;
    };
    const before = (await placed()).length;
    const writers = Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer))).finally(
      () => (isWriting = false),
    );
    const [, ...totals] = await Promise.all([writers, ...workers.map(sequence)]);
    expect(totals[0]! + totals[1]!).toBe(8 * 51);
    expect((await placed()).length - before).toBe(8 * 51);
    await expectContiguous();
  });

  it('leaves everything as it was when its transaction ends half-way', async () => {
    const traveller = await travellerIn(store);
    await traveller.send('analyst', 'DraftProposal', { title: 'Half-way', dossier: {} });
    const runner = workers[0]!.createQueryRunner();
    const broken = {
      createQueryRunner: () => ({
        ...bind(runner),
        commitTransaction: () => Promise.reject(new Error('The line is cut.')),
      }),
    };
    await expect(sequenceBatch(broken as unknown as DataSource)).rejects.toThrow('The line is cut.');
    expect(await waiting()).toBe(1);
    expect(await sequenceBatch(workers[1]!)).toBe(1);
    await expectContiguous();
  });
});

/** A runner's methods as plain fields, so that one of them can be another. */
const bind = (runner: ReturnType<DataSource['createQueryRunner']>) => ({
  connect: () => runner.connect(),
  startTransaction: () => runner.startTransaction(),
  rollbackTransaction: () => runner.rollbackTransaction(),
  release: () => runner.release(),
  isTransactionActive: true,
});
