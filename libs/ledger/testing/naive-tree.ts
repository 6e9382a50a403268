// The tree again, straight from the definitions of RFC 9162 section 2.1 and from nothing of ours: recursion over spans, no ranges.
import { createHash, hash as hashOf } from 'node:crypto';

export const sha256 = (bytes: Uint8Array): Uint8Array => hashOf('sha256', bytes, 'buffer');

const hash = (...parts: Uint8Array[]): Buffer => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
};

/** The largest power of two below a size of 2 or more. */
const leftOf = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** Over the entries themselves, and of any of their beginnings. What it worked out of a span it remembers. */
export class NaiveTree {
  private readonly known = new Map<string, Buffer>();

  constructor(private readonly entries: readonly Buffer[]) {}

  /** MTH(D[n]). */
  root = (size: number): Buffer => this.rootOf(0, size);

  /** PATH(m, D[n]). */
  inclusion = (m: number, size: number): Buffer[] => this.path(m, 0, size);

  /** PROOF(m, D[n]). */
  consistency = (m: number, size: number): Buffer[] => this.subproof(m, { begin: 0, end: size, isWhole: true });

  private rootOf(begin: number, end: number): Buffer {
    const span = `${begin}-${end}`;
    const root = this.known.get(span) ?? this.workOut(begin, end);
    this.known.set(span, root);
    return root;
  }

  private workOut(begin: number, end: number): Buffer {
    if (begin === end) return hash();
    if (end - begin === 1) return hash(Buffer.from([0]), this.entries[begin]!);
    const middle = begin + leftOf(end - begin);
    return hash(Buffer.from([1]), this.rootOf(begin, middle), this.rootOf(middle, end));
  }

  private path(m: number, begin: number, end: number): Buffer[] {
    if (end - begin === 1) return [];
    const k = leftOf(end - begin);
    return m < k
      ? [...this.path(m, begin, begin + k), this.rootOf(begin + k, end)]
      : [...this.path(m - k, begin + k, end), this.rootOf(begin, begin + k)];
  }

  private subproof(m: number, { begin, end, isWhole }: { begin: number; end: number; isWhole: boolean }): Buffer[] {
    if (m === end - begin) return isWhole ? [] : [this.rootOf(begin, end)];
    const k = leftOf(end - begin);
    return m <= k
      ? [...this.subproof(m, { begin, end: begin + k, isWhole }), this.rootOf(begin + k, end)]
      : [...this.subproof(m - k, { begin: begin + k, end, isWhole: false }), this.rootOf(begin, begin + k)];
  }
}

export const naiveRoot = (entries: readonly Buffer[]): Buffer => new NaiveTree(entries).root(entries.length);

export const naiveConsistency = (m: number, entries: readonly Buffer[]): Buffer[] =>
  new NaiveTree(entries).consistency(m, entries.length);
