// Inclusion and consistency proofs: which subtrees they consist of, and how they are checked (RFC 9162 sections 2.1.3 and 2.1.4).
import type { Sha256 } from './hash.js';
import { joined, nodeHash, type Subtree } from './merkle.js';

/** Leaves from `begin` up to, and without, `end`. */
interface Span {
  begin: number;
  end: number;
}

/** Any hash of the tree, by the perfect subtree that it is the root of. */
export type RootOfSubtree = (subtree: Subtree) => Uint8Array;

/** Each element of a proof, as the perfect subtrees that its hash is joined from. */
export type ProofPlan = readonly (readonly Subtree[])[];

/** Throws a RangeError unless 0 ≤ index < size. */
export function planInclusion(index: number, size: number): ProofPlan {
  if (!isSize(index) || !isSize(size) || index >= size) throw new RangeError(`There is no leaf ${index} of ${size}.`);
  return inclusionPath(index, { begin: 0, end: size }).map(subtreesOf);
}

/** Throws a RangeError unless 0 ≤ from ≤ to. Nothing has to be shown from the empty tree, or from a tree to itself. */
export function planConsistency(from: number, to: number): ProofPlan {
  if (!isSize(from) || !isSize(to) || from > to) throw new RangeError(`No tree of ${from} grows to one of ${to}.`);
  return from === 0 || from === to ? [] : consistencyPath(from, { begin: 0, end: to }, true).map(subtreesOf);
}

/** The perfect subtrees that a tree of this size is joined from. */
export const planRoot = (size: number): readonly Subtree[] => subtreesOf({ begin: 0, end: size });

export const proofBy = (sha256: Sha256, plan: ProofPlan, rootOfSubtree: RootOfSubtree): Uint8Array[] =>
  plan.map(subtrees => joined(sha256, subtrees.map(rootOfSubtree)));

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** The largest power of two below a number of leaves that is 2 or more. */
function splitOf(leaves: number): number {
  let split = 1;
  while (split * 2 < leaves) split *= 2;
  return split;
}

function inclusionPath(index: number, { begin, end }: Span): Span[] {
  if (end - begin === 1) return [];
  const middle = begin + splitOf(end - begin);
  const [left, right] = [
    { begin, end: middle },
    { begin: middle, end },
  ];
  return index < middle ? [...inclusionPath(index, left), right] : [...inclusionPath(index, right), left];
}

/** `isWhole`: the old tree so far is one that the verifier knows the root of. */
function consistencyPath(from: number, { begin, end }: Span, isWhole: boolean): Span[] {
  if (from === end) return isWhole ? [] : [{ begin, end }];
  const middle = begin + splitOf(end - begin);
  const [left, right] = [
    { begin, end: middle },
    { begin: middle, end },
  ];
  return from <= middle
    ? [...consistencyPath(from, left, isWhole), right]
    : [...consistencyPath(from, right, false), left];
}

/** The perfect subtrees of a span that begins at a multiple of its largest one, largest first. */
function subtreesOf({ begin, end }: Span): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = begin; at < end;) {
    let [level, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= end) [level, width] = [level + 1, width * 2];
    subtrees.push({ level, index: at / width });
    at += width;
  }
  return subtrees;
}

export interface Inclusion {
  index: number;
  size: number;
  leaf: Uint8Array;
  proof: readonly Uint8Array[];
}

/** Does the proof lead from the leaf to this root, and is it exactly as long as it has to be? (section 2.1.3.2) */
export function isIncluded(sha256: Sha256, { index, size, leaf, proof }: Inclusion, root: Uint8Array): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sha256, sibling, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(sha256, hash, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && areEqual(hash, root);
}

export interface Consistency {
  from: { size: number; root: Uint8Array };
  to: { size: number; root: Uint8Array };
  proof: readonly Uint8Array[];
}

/** Is the old tree the beginning of the new one? Every tree begins with the empty one. (section 2.1.4.2) */
export function isConsistent(sha256: Sha256, { from, to, proof }: Consistency): boolean {
  if (!isSize(from.size) || !isSize(to.size) || from.size > to.size) return false;
  if (!areHashes([from.root, to.root, ...proof])) return false;
  if (from.size === 0) return proof.length === 0 && areEqual(from.root, sha256(new Uint8Array()));
  if (from.size === to.size) return proof.length === 0 && areEqual(from.root, to.root);
  const path = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof;
  return leadsToBoth(sha256, { from, to, proof: path });
}

function leadsToBoth(sha256: Sha256, { from, to, proof: [first, ...rest] }: Consistency): boolean {
  if (!first) return false;
  let [at, last, older, newer] = [from.size - 1, to.size - 1, first, first];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  for (const hash of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      [older, newer] = [nodeHash(sha256, hash, older), nodeHash(sha256, hash, newer)];
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else newer = nodeHash(sha256, newer, hash);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && areEqual(older, from.root) && areEqual(newer, to.root);
}

const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}

const areHashes = (values: readonly Uint8Array[]): boolean => values.every(({ length }) => length === 32);

export const areEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
