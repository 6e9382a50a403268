// Roots and proofs for any size the tree has had, from its stored subtrees: one statement each.
import type { DataSource } from 'typeorm';
import {
  joined,
  planConsistency,
  planInclusion,
  planRoot,
  proofBy,
  rootOf,
  emptyRange,
  type ProofPlan,
  type Subtree,
} from '#ledger';
import { run, withClient, type Statement } from '../connection.js';
import { sha256 } from '../ledger/index.js';

/** How far the tree has grown, and how much of it is sealed and witnessed: numbers of entries. */
export interface TreeState {
  size: number;
  sealedSize: number;
  witnessedSize: number;
}

const head: Statement = {
  name: 'tree-state',
  text: 'select size, sealed_size as "sealedSize", witnessed_size as "witnessedSize" from tree_head',
};

export const treeState = (dataSource: DataSource): Promise<TreeState> =>
  withClient(dataSource, async client => {
    const [row] = await run<Record<keyof TreeState, string>>(client, head, []);
    if (!row) throw new Error('There is no tree head: the database is not migrated.');
    return { size: Number(row.size), sealedSize: Number(row.sealedSize), witnessedSize: Number(row.witnessedSize) };
  });

const nodes: Statement = {
  name: 'tree-nodes',
  text: `select n.level, n.index, n.hash from tree_node n
    join unnest($1::smallint[], $2::bigint[]) as wanted (level, index) using (level, index)`,
};

interface NodeRow {
  level: number;
  index: string;
  hash: Buffer;
}

/** A subtree is asked for that the database has not. */
export class NoSuchSubtreeError extends Error {
  override name = 'NoSuchSubtreeError';
}

const keyOf = (level: number, index: number): string => `${level}/${index}`;

/** Throws when the tree has not grown that far. */
async function rootsOf(
  dataSource: DataSource,
  subtrees: readonly Subtree[],
): Promise<(subtree: Subtree) => Uint8Array> {
  const wanted = [subtrees.map(({ level }) => level), subtrees.map(({ index }) => index)];
  const rows = await withClient(dataSource, client => run<NodeRow>(client, nodes, wanted));
  const found = new Map(rows.map(({ level, index, hash }) => [keyOf(level, Number(index)), hash]));
  return ({ level, index }) => {
    const hash = found.get(keyOf(level, index));
    if (!hash)
      throw new NoSuchSubtreeError(`The tree has no subtree ${keyOf(level, index)}: it has not grown that far.`);
    return hash;
  };
}

const prove = async (dataSource: DataSource, plan: ProofPlan): Promise<Uint8Array[]> =>
  plan.length === 0 ? [] : proofBy(sha256, plan, await rootsOf(dataSource, plan.flat()));

/** The root of the tree when it had this size, 32 bytes. */
export async function rootAt(dataSource: DataSource, size: number): Promise<Uint8Array> {
  if (size === 0) return rootOf(sha256, emptyRange);
  const subtrees = planRoot(size);
  const rootOfSubtree = await rootsOf(dataSource, subtrees);
  return joined(sha256, subtrees.map(rootOfSubtree));
}

/** That the entry at this index is in the tree of this size. Throws a RangeError where there is no such leaf. */
export const proveInclusion = async (dataSource: DataSource, index: number, size: number): Promise<Uint8Array[]> =>
  prove(dataSource, planInclusion(index, size));

/** That the tree of `to` entries begins with the one of `from`. Throws a RangeError when it is the other way round. */
export const proveConsistency = async (dataSource: DataSource, from: number, to: number): Promise<Uint8Array[]> =>
  prove(dataSource, planConsistency(from, to));
