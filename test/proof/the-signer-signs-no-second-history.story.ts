// Whoever owns the database can write anything into it: restore an older copy, cut the end off, alter, remove or reorder entries and
// work the whole tree out again. Fifty times the signer, who remembers one root, signs none of it; and of the true history all.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { append, emptyRange, type CompactRange, type Subtree } from '#ledger';
import { sha256 } from '../../libs/ledger/testing/naive-tree.js';
import { openStore, rngOf, travel, travellerIn, type OpenStore, type Row } from '../harness/index.js';
import { openSigner, type OwnSigner } from './signing.js';

let store: OpenStore;
let signer: OwnSigner;
let owner: DataSource;
beforeAll(async () => {
  store = await openStore();
  signer = await openSigner(store);
  owner = await store.connect('migrator', 1);
  const traveller = await travellerIn(store);
  for (const seed of [11, 12, 13]) {
    await travel(store, traveller, seed, 12);
    await signer.turn();
  }
});
afterAll(async () => {
  await store.close();
  signer.close();
});

interface Tree {
  leaves: Buffer[];
  checkpoints: Row[];
}

const readTree = async (): Promise<Tree> => ({
  leaves: (await owner.query<Row[]>('select hash from tree_node where level = 0 order by index')).map(
    ({ hash }) => hash as Buffer,
  ),
  checkpoints: await owner.query<Row[]>('select * from checkpoint order by size'),
});

/**
 * The whole proof in the database replaced by that of other leaves, worked out without a fault; entries beyond them have lost their
 * place, or the tree would simply grow again.
 */
async function writeTree({ leaves, checkpoints }: Tree): Promise<void> {
  const nodes: (Subtree & { hash: Uint8Array })[] = [];
  const add = (range: CompactRange, leaf: Buffer): CompactRange =>
    append(sha256, range, leaf, (subtree, hash) => void nodes.push({ ...subtree, hash }));
  const { size, roots } = leaves.reduce(add, emptyRange);
  const sealed = (checkpoints.at(-1)?.['size'] as string | undefined) ?? 0;
  await owner.transaction(async manager => {
    await manager.query(`set local session_replication_role = replica`);
    await manager.query('delete from tree_node');
    await manager.query('delete from checkpoint');
    await manager.query('delete from ledger_position');
    await manager.query(
      'insert into ledger_position select * from unnest($1::bigint[], $2::uuid[]) as p (index, id) where p.index < $3',
      [[...places.keys()], places, size],
    );
    await manager.query(
      'insert into tree_node (level, index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])',
      [nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => hash)],
    );
    for (const { size: at, root, note, signed_at: signedAt } of checkpoints)
      await manager.query('insert into checkpoint values ($1, $2, $3, $4)', [at, root, note, signedAt]);
    await manager.query('update tree_head set size = $1, roots = $2, witnessed_size = 0, sealed_size = $3', [
      ...[size, roots, sealed],
    ]);
  });
}

type Rng = () => number;
const below = (rng: Rng, bound: number): number => Math.floor(rng() * bound);
const forged = (count: number): Buffer[] => Array.from({ length: count }, () => randomBytes(32));
/** The checkpoints that were there when the tree had that size. */
const upTo = (checkpoints: Row[], size: number): Row[] => checkpoints.filter(({ size: at }) => Number(at) <= size);

const attacks: Record<string, (tree: Tree, rng: Rng) => Tree> = {
  'an older copy restored': ({ checkpoints }, rng) => {
    const older = checkpoints.slice(0, 1 + below(rng, checkpoints.length - 1));
    return { leaves: before.leaves.slice(0, Number(older.at(-1)!['size'])), checkpoints: older };
  },
  'an older copy restored, and gone on from': (tree, rng) => {
    const older = attacks['an older copy restored']!(tree, rng);
    return { ...older, leaves: [...older.leaves, ...forged(tree.leaves.length)] };
  },
  'everything begun anew': ({ leaves }) => ({ leaves: forged(leaves.length + 3), checkpoints: [] }),
  'the end cut off': ({ leaves, checkpoints }, rng) => {
    const size = leaves.length - 1 - below(rng, leaves.length - 1);
    return { leaves: leaves.slice(0, size), checkpoints: upTo(checkpoints, size) };
  },
  'an entry altered': ({ leaves, checkpoints }, rng) => {
    const at = below(rng, leaves.length);
    return { leaves: leaves.with(at, randomBytes(32)), checkpoints: upTo(checkpoints, at) };
  },
  'two entries exchanged': ({ leaves, checkpoints }, rng) => {
    const at = below(rng, leaves.length - 1);
    return { leaves: leaves.with(at, leaves[at + 1]!).with(at + 1, leaves[at]!), checkpoints: upTo(checkpoints, at) };
  },
  'an entry removed, and the rest moved up': ({ leaves, checkpoints }, rng) => {
    const at = below(rng, leaves.length);
    return { leaves: [...leaves.toSpliced(at, 1), ...forged(2)], checkpoints: upTo(checkpoints, at) };
  },
  'an entry put in between': ({ leaves, checkpoints }, rng) => {
    const at = below(rng, leaves.length);
    return { leaves: leaves.toSpliced(at, 0, randomBytes(32)), checkpoints: upTo(checkpoints, at) };
  },
  'a checkpoint of one’s own put beside': ({ leaves, checkpoints }, rng) => {
    const { note, ...rest } = checkpoints.at(-1)!;
    const own = { ...rest, note: (note as string).replace(/.{8}=$/m, `${randomBytes(6).toString('base64')}=`) };
    return { leaves: [...leaves, ...forged(below(rng, 3))], checkpoints: [...checkpoints.slice(0, -1), own] };
  },
  'an entry altered, and its tree left as it was in part': ({ leaves, checkpoints }, rng) => ({
    leaves: [...leaves.with(below(rng, leaves.length), randomBytes(32)), ...forged(1)],
    checkpoints,
  }),
};

let before: Tree;
/** Ids of the entries, in their places. */
let places: string[];
const remembered = (): string => readFileSync(path.join(signer.folder, 'last-signed.json'), 'utf8');

describe('The signer signs nothing after', () => {
  const rng = rngOf(50);
  const attempts = Object.keys(attacks).flatMap(what => [1, 2, 3, 4, 5].map(attempt => [what, attempt] as const));
  beforeAll(async () => {
    before = await readTree();
    const rows = await owner.query<Row[]>('select entry_id as id from ledger_position order by index');
    places = rows.map(({ id }) => id as string);
  });

  it.each(attempts)('%s (%i)', async what => {
    const state = remembered();
    const attacked = attacks[what]!(before, rng);
    await writeTree(attacked);
    expect(await signer.turn()).toEqual({ refused: expect.stringMatching(/^(tree-|another-checkpoint)/) });
    expect(remembered()).toBe(state);
    const [count] = await owner.query<Row[]>('select count(*)::int as n from checkpoint');
    expect(count!['n']).toBe(attacked.checkpoints.length);
    await writeTree(before);
    expect(await signer.turn()).toEqual({ sealed: before.leaves.length });
  });

  it('fifty attempts', () => expect(attempts).toHaveLength(50));
});

describe('The true history, after all that,', () => {
  it('goes on under the same key', async () => {
    await travel(store, await travellerIn(store), 14, 5);
    const { leaves } = await readTree();
    const sealing = await signer.turn();
    expect(sealing).toEqual({ sealed: (await readTree()).leaves.length });
    expect((await readTree()).leaves.slice(0, leaves.length)).toEqual(leaves);
  });

  it('is not sealed by another key, nor by none', async () => {
    const other = await openSigner(store);
    expect(await other.turn()).toEqual({ refused: 'no-key' });
    other.home.makeKey();
    expect(await other.turn()).toEqual({ refused: 'another-key' });
    other.close();
  });
});
