// The way from an entry to the root, hash by hash: with which part of the tree each is joined, on which side, and what that gives.
import { nodeHash, planInclusion, toHex, type Inclusion, type Sha256 } from '#ledger';

export interface Join {
  /** Where the other hash stands. */
  side: 'left' | 'right';
  /** Hex of the hash that the proof gives. */
  other: string;
  /** The entries that it covers, both included. */
  first: number;
  last: number;
  /** Hex of the two together. */
  hash: string;
}

/** As far as the proof goes. Whether it is a proof at all is `isIncluded`’s to say. */
export function pathOf(sha256: Sha256, { index, size, leaf, proof }: Inclusion): Join[] {
  if (index >= size) return [];
  const plan = planInclusion(index, size).slice(0, proof.length);
  let hash = leaf;
  return plan.map((subtrees, step) => {
    const other = proof[step]!;
    const [begin, end] = [subtrees[0]!, subtrees.at(-1)!];
    const [first, last] = [begin.index * 2 ** begin.level, (end.index + 1) * 2 ** end.level - 1];
    const side = first > index ? 'right' : 'left';
    hash = side === 'right' ? nodeHash(sha256, hash, other) : nodeHash(sha256, other, hash);
    return { side, other: toHex(other), first, last, hash: toHex(hash) };
  });
}
