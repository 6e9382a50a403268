// Workers are killed, at any moment, while commands flow: whatever they had in hand, no entry is lost, repeated or put in another
// order, and no two checkpoints contradict each other.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { catalogues, definitions } from '#governance';
import { checking } from '#keys';
import { parseCheckpoint, parseKey, parseNote, signedBy, toHex } from '#ledger';
import { ledgerProgress, rootAt } from '#store';
import { naiveRoot } from '../../libs/ledger/testing/naive-tree.js';
import { openStore, rngOf, travel, travellerIn, type OpenStore, type Row } from '../harness/index.js';
import { eventually, makeReady } from '../launcher/product.js';
import { endAll, startWorker, type Program } from './programs.js';

let store: OpenStore;
let folder: string;
beforeAll(async () => {
  makeReady();
  store = await openStore();
  folder = mkdtempSync(path.join(tmpdir(), 'assent-killed-'));
});
afterAll(async () => {
  endAll();
  await store.close();
  rmSync(folder, { recursive: true });
});

const seed = 20_261_122;
const rng = rngOf(seed);

/** Two at a time, each killed a moment after it said that it works, until `isOver`. Answers how many died. */
async function killing(isOver: () => boolean): Promise<number> {
  let deaths = 0;
  const lives = async (): Promise<void> => {
    while (!isOver()) {
      const worker: Program = await startWorker(store.database, folder);
      await sleep(rng() * 700);
      await worker.end('SIGKILL');
      deaths += 1;
    }
  };
  await Promise.all([lives(), lives()]);
  return deaths;
}

describe('Commands flow while workers are killed', () => {
  it('and a last one that lives brings everything under a checkpoint', async () => {
    let isOver = false;
    const dying = killing(() => isOver);
    const traveller = await travellerIn(store);
    for (let journey = 0; journey < 10; journey += 1) {
      await travel(store, traveller, seed + journey, 25);
      await sleep(rng() * 200);
    }
    isOver = true;
    expect(await dying).toBeGreaterThan(4);
    expect([...traveller.recorded.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
    const worker = await startWorker(store.database, folder);
    await eventually('every entry is sealed', async () => {
      const [row] = await store.database.sql('select count(*)::int as n from ledger_entry');
      const { sealedSize, placed } = await ledgerProgress(store.dataSource);
      return sealedSize === row!['n'] && placed === row!['n'];
    });
    await worker.end('SIGTERM');
    expect(worker.said()).toBe('');
  });

  it('each entry has one place, in the order of its stream, and there are no others', async () => {
    const rows = await store.database.sql(`select l.index::int, e.stream, e.sequence from ledger_entry e
      full join ledger_position l on l.entry_id = e.id order by l.index`);
    expect(rows.map(({ index }) => index as number)).toEqual([...rows.keys()]);
    const last = new Map<string, number>();
    for (const { stream, sequence } of rows) {
      expect(sequence).toBe((last.get(stream as string) ?? 0) + 1);
      last.set(stream as string, sequence as number);
    }
    expect(last.get('definitions')).toBe(definitions.length + catalogues.length);
    expect(last.get('ledger')).toBe(1);
    expect(await store.database.sql('select from outbox')).toEqual([]);
  });

  it('each checkpoint is signed by the one key, over what the definition of the tree gives', async () => {
    const entries = (
      await store.database.sql(`select bytes from ledger_entry e join ledger_position l on l.entry_id = e.id
      order by l.index`)
    ).map(({ bytes }) => bytes as Buffer);
    const [named] = await store.database.sql(`select convert_from(bytes, 'UTF8')::jsonb -> 'payload' ->> 'key' as key
      from ledger_entry where stream = 'ledger'`);
    const key = parseKey(checking.sha256, named!['key'] as string)!;
    const checkpoints: Row[] = await store.database.sql('select size::int, root, note from checkpoint order by size');
    for (const { size, root, note } of checkpoints) {
      const parsed = parseNote(note as string)!;
      expect(signedBy(checking, parsed, key)).toBe('valid');
      expect(parseCheckpoint(parsed.text)).toMatchObject({ origin: key.name, size });
      const wanted = naiveRoot(entries.slice(0, size as number)).toString('hex');
      expect([(root as Buffer).toString('hex'), toHex(await rootAt(store.dataSource, size as number))]).toEqual([
        wanted,
        wanted,
      ]);
    }
    const { note } = JSON.parse(readFileSync(path.join(folder, 'last-signed.json'), 'utf8')) as { note: string };
    expect(note).toBe(checkpoints.at(-1)!['note']);
  });
});
