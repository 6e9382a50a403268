// The stored tree: whatever the batches and however often it is interrupted, its root is that of the entries in their places, and
// its proofs hold.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { isConsistent, isIncluded, toHex } from '#ledger';
import { growTree, proveConsistency, proveInclusion, rootAt, sequenceBatch, treeState } from '#store';
import { naiveRoot, sha256 } from '../../libs/ledger/testing/naive-tree.js';
import { openStore, travel, travellerIn, type OpenStore } from '../harness/index.js';

let store: OpenStore;
let workers: DataSource[];
beforeAll(async () => {
  store = await openStore();
  workers = [await store.connect('assent_worker', 1), await store.connect('assent_worker', 1)];
  await travel(store, await travellerIn(store), 7, 60);
});
afterAll(() => store.close());

const placed = (): Promise<{ bytes: Buffer; hash: Buffer }[]> =>
  store.database.sql(
    `select e.bytes, e.hash from ledger_position l join ledger_entry e on e.id = l.entry_id order by l.index`,
  );

describe('The tree', () => {
  it('grows over what was placed, in batches, by one worker at a time', async () => {
    while (await sequenceBatch(workers[0]!, 100));
    const entries = await placed();
    let grown = 0;
    while (grown < entries.length) {
      const sizes = await Promise.all(workers.map(worker => growTree(worker, 13)));
      grown += sizes.reduce((sum, size) => sum + size, 0);
      expect((await treeState(store.dataSource)).size).toBe(grown);
    }
    expect(entries.length).toBeGreaterThan(60);
    expect(await growTree(workers[0]!)).toBe(0);
    const [nodes] = await store.database.sql('select count(*)::int as rows from tree_node');
    expect(nodes!['rows']).toBeLessThan(2 * entries.length);
  });

  it('has at every size the root that the definition gives', async () => {
    const entries = (await placed()).map(({ bytes }) => bytes);
    for (const size of [0, 1, 2, 3, 31, 32, 33, entries.length - 1, entries.length])
      expect(toHex(await rootAt(store.dataSource, size))).toBe(naiveRoot(entries.slice(0, size)).toString('hex'));
  });

  it('proves that each entry is in it, and that it begins with what it was', async () => {
    const entries = await placed();
    const size = entries.length;
    const root = await rootAt(store.dataSource, size);
    for (const [index, { hash: leaf }] of entries.entries()) {
      const proof = await proveInclusion(store.dataSource, index, size);
      expect(isIncluded(sha256, { index, size, leaf, proof }, root)).toBe(true);
    }
    for (let from = 0; from <= size; from += 7) {
      const proof = await proveConsistency(store.dataSource, from, size);
      const old = { size: from, root: await rootAt(store.dataSource, from) };
      expect(isConsistent(sha256, { from: old, to: { size, root }, proof })).toBe(true);
    }
  });

  it('does not prove what it has not grown to', async () => {
    const { size } = await treeState(store.dataSource);
    await expect(rootAt(store.dataSource, size + 1)).rejects.toThrow('has not grown that far');
    await expect(proveInclusion(store.dataSource, 0, size + 1)).rejects.toThrow('has not grown that far');
    await expect(proveInclusion(store.dataSource, size, size)).rejects.toThrow(RangeError);
  });
});
