// The tree grows by the entries that have got their place since: the worker's work, after the sequencer's.
import type { DataSource } from 'typeorm';
import { append, type CompactRange, type Subtree } from '#ledger';
import { inTransaction, run, type Statement } from '../connection.js';
import { sha256 } from '../ledger/index.js';

const lockHead: Statement = { name: 'lock-tree-head', text: 'select size, roots from tree_head for update' };

const nextLeaves: Statement = {
  name: 'next-leaves',
  text: `select e.hash from ledger_position l join ledger_entry e on e.id = l.entry_id
    where l.index >= $1 order by l.index limit $2`,
};

const addNodes: Statement = {
  name: 'add-tree-nodes',
  text: `insert into tree_node (level, index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])`,
};

const moveHead: Statement = {
  name: 'move-tree-head',
  text: 'update tree_head set size = $1, roots = $2, unsealed_since = coalesce(unsealed_since, now())',
};

interface Head {
  size: string;
  roots: Buffer[];
}

/** The number of leaves added, at most `most`. One worker at a time: another one waits for it, and goes on from there. */
export const growTree = (dataSource: DataSource, most = 1000): Promise<number> =>
  inTransaction(dataSource, async client => {
    const [head] = await run<Head>(client, lockHead, []);
    if (!head) throw new Error('There is no tree head: the database is not migrated.');
    const before: CompactRange = { size: Number(head.size), roots: head.roots };
    const leaves = await run<{ hash: Buffer }>(client, nextLeaves, [before.size, most]);
    if (leaves.length === 0) return 0;
    const nodes: (Subtree & { hash: Uint8Array })[] = [];
    const after = leaves.reduce(
      (range, { hash }) => append(sha256, range, hash, (subtree, root) => void nodes.push({ ...subtree, hash: root })),
      before,
    );
    await run(client, addNodes, [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => hash),
    ]);
    await run(client, moveHead, [after.size, after.roots]);
    return leaves.length;
  });
