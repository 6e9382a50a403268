// A tree of ours with all of its nodes kept: roots and proofs of any size up to its own.
import {
  append,
  emptyRange,
  leafHash,
  planConsistency,
  planInclusion,
  proofBy,
  rootOf,
  type CompactRange,
} from '#ledger';
import type { Consistency, Inclusion, Subtree } from '#ledger';
import { sha256 } from './naive-tree.js';

const keyOf = ({ level, index }: Subtree): string => `${level}/${index}`;

export class GrownTree {
  readonly leaves: readonly Uint8Array[];
  /** By size. */
  readonly ranges: CompactRange[] = [emptyRange];
  private readonly subtrees = new Map<string, Uint8Array>();

  constructor(entries: readonly Buffer[]) {
    this.leaves = entries.map(entry => leafHash(sha256, entry));
    for (const leaf of this.leaves) this.ranges.push(append(sha256, this.ranges.at(-1)!, leaf, this.keep));
  }

  private keep = (subtree: Subtree, root: Uint8Array): void => void this.subtrees.set(keyOf(subtree), root);

  rootOfSubtree = (subtree: Subtree): Uint8Array => this.subtrees.get(keyOf(subtree))!;

  root(size: number): Uint8Array {
    return rootOf(sha256, this.ranges[size]!);
  }

  inclusion(index: number, size: number): Inclusion {
    const proof = proofBy(sha256, planInclusion(index, size), this.rootOfSubtree);
    return { index, size, leaf: this.leaves[index]!, proof };
  }

  consistency(from: number, to: number): Consistency {
    const proof = proofBy(sha256, planConsistency(from, to), this.rootOfSubtree);
    return { from: { size: from, root: this.root(from) }, to: { size: to, root: this.root(to) }, proof };
  }
}
