// Roots and proofs of every tree from 0 to 2,048 entries, against a second way of working them out and against published ones.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  append,
  emptyRange,
  fromHex,
  isConsistent,
  isIncluded,
  leafHash,
  planConsistency,
  planInclusion,
  rootOf,
  toHex,
  type Consistency,
  type Inclusion,
} from '#ledger';
import { GrownTree } from './testing/grown-tree.js';
import { NaiveTree, sha256 } from './testing/naive-tree.js';

const most = 2048;
const entries = Array.from({ length: most }, (_, index) => Buffer.from(`entry ${index}`));
const naive = new NaiveTree(entries);
const tree = new GrownTree(entries);
const { leaves } = tree;
const rootAt = (size: number): Uint8Array => tree.root(size);
const inclusion = (index: number, size: number): Inclusion => tree.inclusion(index, size);
const consistency = (from: number, to: number): Consistency => tree.consistency(from, to);
const hexes = (hashes: readonly Uint8Array[]): string[] => hashes.map(hash => Buffer.from(hash).toString('hex'));

const size = fc.integer({ min: 1, max: most });
const fromAndTo = size.chain(n => fc.tuple(fc.integer({ min: 1, max: n }), fc.constant(n)));

/** The ends of a list of so many, and some places between them: all of them where it is short. */
const placesIn = (length: number): number[] =>
  length <= 64
    ? [...Array(length).keys()]
    : [...new Set([0, 1, length >> 1, length - 2, length - 1, (length * 7) % 61, (length * 31) % length])];

describe('the tree', () => {
  it('has the root of the definition at every size from 0 to 2,048', () => {
    for (let n = 0; n <= most; n += 1) expect([n, toHex(rootAt(n))]).toEqual([n, naive.root(n).toString('hex')]);
  });

  it('has the roots that Certificate Transparency’s reference implementation publishes', () => {
    const published = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ];
    let range = emptyRange;
    for (const [place, entry] of published.entries()) {
      range = append(sha256, range, leafHash(sha256, fromHex(entry)));
      expect(toHex(rootOf(sha256, range))).toBe(roots[place]);
    }
  });

  it('keeps as many roots as its size has ones', () => {
    for (const { size: n, roots } of tree.ranges) expect(roots.length).toBe(n.toString(2).replaceAll('0', '').length);
  });
});

describe('an inclusion proof', () => {
  it('is that of the definition, and holds, in every tree from 1 to 2,048, for every leaf of those up to 64', () => {
    for (let n = 1; n <= most; n += 1) {
      const root = rootAt(n);
      for (const index of placesIn(n)) {
        const made = inclusion(index, n);
        expect([index, n, hexes(made.proof)]).toEqual([index, n, hexes(naive.inclusion(index, n))]);
        expect(isIncluded(sha256, made, root)).toBe(true);
      }
    }
  });

  it('is refused where there is no such leaf', () => {
    for (const [index, n] of [
      [0, 0],
      [1, 1],
      [-1, 2],
      [0.5, 2],
      [0, 2 ** 53],
      [Number.NaN, 2],
    ] as const) {
      expect(() => planInclusion(index, n)).toThrow(RangeError);
      expect(isIncluded(sha256, { index, size: n, leaf: leaves[0]!, proof: [] }, leaves[0]!)).toBe(false);
    }
  });

  it('does not take an inner node for a leaf', () => {
    const [left, right] = [leaves[0]!, leaves[1]!];
    const node = tree.rootOfSubtree({ level: 1, index: 0 });
    expect(
      isIncluded(
        sha256,
        { index: 0, size: 2, leaf: node, proof: [tree.rootOfSubtree({ level: 1, index: 1 })] },
        rootAt(4),
      ),
    ).toBe(true);
    const forged = leafHash(sha256, Buffer.concat([Buffer.from([1]), left, right]));
    expect(toHex(forged)).not.toBe(toHex(node));
  });
});

describe('a consistency proof', () => {
  it('is that of the definition, and holds, up to every tree from 1 to 2,048, between all of those up to 64', () => {
    for (let to = 1; to <= most; to += 1)
      for (const from of placesIn(to).map(place => place + 1)) {
        const made = consistency(from, to);
        expect([from, to, hexes(made.proof)]).toEqual([from, to, hexes(naive.consistency(from, to))]);
        expect(isConsistent(sha256, made)).toBe(true);
      }
  });

  it('holds from the empty tree, whose root there is only one of', () => {
    expect(isConsistent(sha256, consistency(0, 77))).toBe(true);
    expect(isConsistent(sha256, { ...consistency(0, 77), from: { size: 0, root: leaves[0]! } })).toBe(false);
  });

  it('never holds between a tree and one whose past was rewritten', () => {
    fc.assert(
      fc.property(fromAndTo, fc.nat(), ([from, to], at) => {
        const rewritten = new GrownTree(entries.slice(0, to).with(at % from, Buffer.from('what never was')));
        const forged = {
          ...rewritten.consistency(from, to),
          from: { size: from, root: rootAt(from) },
        };
        return !isConsistent(sha256, forged);
      }),
      { numRuns: 100 },
    );
  });

  it('is refused backwards', () => {
    expect(() => planConsistency(3, 2)).toThrow(RangeError);
    expect(
      isConsistent(sha256, { from: { size: 3, root: rootAt(3) }, to: { size: 2, root: rootAt(2) }, proof: [] }),
    ).toBe(false);
  });
});
