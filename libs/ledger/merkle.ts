// The Merkle tree over the entries' leaf hashes (RFC 9162 section 2.1.1), grown leaf by leaf: a tree of any size is the few perfect
// subtrees it falls into.
import { concat, type Sha256 } from './hash.js';

const nodePrefix = Uint8Array.of(0x01);

/** SHA-256(0x01 ‖ left ‖ right), 32 bytes. */
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concat(nodePrefix, left, right));

/** Roots of the perfect subtrees of a tree of this size, largest first: all that is needed to go on. */
export interface CompactRange {
  readonly size: number;
  readonly roots: readonly Uint8Array[];
}

export const emptyRange: CompactRange = { size: 0, roots: [] };

/** A perfect subtree: it covers 2^level leaves, from leaf index · 2^level on. */
export interface Subtree {
  level: number;
  index: number;
}

/** The tree with one leaf more. `onSubtree` is told of each perfect subtree that this completes, the leaf itself first. */
export function append(
  sha256: Sha256,
  { size, roots }: CompactRange,
  leaf: Uint8Array,
  onSubtree?: (subtree: Subtree, root: Uint8Array) => void,
): CompactRange {
  const kept = [...roots];
  let [root, level, index] = [leaf, 0, size];
  onSubtree?.({ level, index }, root);
  for (; index % 2 === 1; index = (index - 1) / 2) {
    root = nodeHash(sha256, kept.pop()!, root);
    level += 1;
    onSubtree?.({ level, index: (index - 1) / 2 }, root);
  }
  return { size: size + 1, roots: [...kept, root] };
}

/** The tree's root, 32 bytes; of the empty tree SHA-256 of nothing. */
export const rootOf = (sha256: Sha256, { roots }: CompactRange): Uint8Array =>
  roots.length === 0 ? sha256(new Uint8Array()) : joined(sha256, roots);

/** One root over perfect subtrees that follow one another, largest first. */
export const joined = (sha256: Sha256, roots: readonly Uint8Array[]): Uint8Array =>
  roots.reduceRight((right, left) => nodeHash(sha256, left, right));
