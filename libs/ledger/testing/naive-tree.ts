// The tree again, straight from the definitions of RFC 9162 section 2.1 and from nothing of ours: slices and recursion, no ranges.
import { createHash } from 'node:crypto';

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const hash = (...parts: Uint8Array[]): Buffer => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
};

const leftOf = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** MTH(D[n]) over the entries themselves. */
export function naiveRoot(entries: readonly Buffer[]): Buffer {
  if (entries.length === 0) return hash();
  if (entries.length === 1) return hash(Buffer.from([0]), entries[0]!);
  const k = leftOf(entries.length);
  return hash(Buffer.from([1]), naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

/** PATH(m, D[n]). */
export function naiveInclusion(m: number, entries: readonly Buffer[]): Buffer[] {
  if (entries.length === 1) return [];
  const k = leftOf(entries.length);
  return m < k
    ? [...naiveInclusion(m, entries.slice(0, k)), naiveRoot(entries.slice(k))]
    : [...naiveInclusion(m - k, entries.slice(k)), naiveRoot(entries.slice(0, k))];
}

/** PROOF(m, D[n]). */
export const naiveConsistency = (m: number, entries: readonly Buffer[]): Buffer[] => subproof(m, entries, true);

function subproof(m: number, entries: readonly Buffer[], isWhole: boolean): Buffer[] {
  if (m === entries.length) return isWhole ? [] : [naiveRoot(entries)];
  const k = leftOf(entries.length);
  return m <= k
    ? [...subproof(m, entries.slice(0, k), isWhole), naiveRoot(entries.slice(k))]
    : [...subproof(m - k, entries.slice(k), false), naiveRoot(entries.slice(0, k))];
}
