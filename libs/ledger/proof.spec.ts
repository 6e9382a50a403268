import { beforeAll, describe, expect, it } from '@jest/globals';
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
  proofBy,
  rootOf,
  toHex,
  type CompactRange,
  type Consistency,
  type Inclusion,
  type Subtree,
} from '#ledger';
import { naiveConsistency, naiveInclusion, naiveRoot, sha256 } from './testing/naive-tree.js';

const most = 2048;
const mutations = Number(process.env['ASSENT_MUTATIONS'] ?? 10_000);
const entries = Array.from({ length: most }, (_, index) => Buffer.from(`entry ${index}`));
const leaves = entries.map(entry => leafHash(sha256, entry));
const subtrees = new Map<string, Uint8Array>();
const ranges: CompactRange[] = [emptyRange];

const keyOf = ({ level, index }: Subtree): string => `${level}/${index}`;
const rootOfSubtree = (subtree: Subtree): Uint8Array => subtrees.get(keyOf(subtree))!;
const rootAt = (size: number): Uint8Array => rootOf(sha256, ranges[size]!);
const inclusion = (index: number, size: number): Inclusion => ({
  ...{ index, size, leaf: leaves[index]! },
  proof: proofBy(sha256, planInclusion(index, size), rootOfSubtree),
});
const consistency = (from: number, to: number): Consistency => ({
  from: { size: from, root: rootAt(from) },
  to: { size: to, root: rootAt(to) },
  proof: proofBy(sha256, planConsistency(from, to), rootOfSubtree),
});
const hexes = (hashes: readonly Uint8Array[]): string[] => hashes.map(toHex);

beforeAll(() => {
  for (const leaf of leaves)
    ranges.push(append(sha256, ranges.at(-1)!, leaf, (subtree, root) => void subtrees.set(keyOf(subtree), root)));
});

const size = fc.integer({ min: 1, max: most });
const indexAndSize = size.chain(n => fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.constant(n)));
const fromAndTo = size.chain(n => fc.tuple(fc.integer({ min: 1, max: n }), fc.constant(n)));

describe('the tree', () => {
  it('has the root of the definition at every size from 0 to 2,048', () => {
    for (let n = 0; n <= most; n += n < 300 ? 1 : 19)
      expect([n, toHex(rootAt(n))]).toEqual([n, naiveRoot(entries.slice(0, n)).toString('hex')]);
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
    for (const { size: n, roots } of ranges) expect(roots.length).toBe(n.toString(2).replaceAll('0', '').length);
  });
});

describe('an inclusion proof', () => {
  it('is that of the definition, and holds, for every leaf of every tree up to 64', () => {
    for (let n = 1; n <= 64; n += 1)
      for (let index = 0; index < n; index += 1) {
        const made = inclusion(index, n);
        expect(hexes(made.proof)).toEqual(hexes(naiveInclusion(index, entries.slice(0, n))));
        expect(isIncluded(sha256, made, rootAt(n))).toBe(true);
      }
  });

  it('holds anywhere in trees up to 2,048', () => {
    fc.assert(
      fc.property(indexAndSize, ([index, n]) => isIncluded(sha256, inclusion(index, n), rootAt(n))),
      { numRuns: 2_000 },
    );
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
    const node = subtrees.get('1/0')!;
    expect(isIncluded(sha256, { index: 0, size: 2, leaf: node, proof: [subtrees.get('1/1')!] }, rootAt(4))).toBe(true);
    const forged = leafHash(sha256, Buffer.concat([Buffer.from([1]), left, right]));
    expect(toHex(forged)).not.toBe(toHex(node));
  });
});

describe('a consistency proof', () => {
  it('is that of the definition, and holds, between all trees up to 64', () => {
    for (let to = 1; to <= 64; to += 1)
      for (let from = 1; from <= to; from += 1) {
        const made = consistency(from, to);
        expect(hexes(made.proof)).toEqual(hexes(naiveConsistency(from, entries.slice(0, to))));
        expect(isConsistent(sha256, made)).toBe(true);
      }
  });

  it('holds between any trees up to 2,048, and from the empty one', () => {
    fc.assert(
      fc.property(fromAndTo, ([from, to]) => isConsistent(sha256, consistency(from, to))),
      { numRuns: 2_000 },
    );
    expect(isConsistent(sha256, consistency(0, 77))).toBe(true);
    expect(isConsistent(sha256, { ...consistency(0, 77), from: { size: 0, root: leaves[0]! } })).toBe(false);
  });

  it('never holds between a tree and one whose past was rewritten', () => {
    fc.assert(
      fc.property(fromAndTo, fc.nat(), ([from, to], at) => {
        const rewritten = leaves.slice(0, to).map((leaf, index) => (index === at % from ? leaves[to % most]! : leaf));
        fc.pre(toHex(rewritten[at % from]!) !== toHex(leaves[at % from]!));
        const nodes = new Map<string, Uint8Array>();
        const range = rewritten.reduce(
          (grown, leaf) => append(sha256, grown, leaf, (subtree, root) => void nodes.set(keyOf(subtree), root)),
          emptyRange,
        );
        const proof = proofBy(sha256, planConsistency(from, to), subtree => nodes.get(keyOf(subtree))!);
        const forged = {
          from: { size: from, root: rootAt(from) },
          to: { size: to, root: rootOf(sha256, range) },
          proof,
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

/** One change of a list of hashes: a bit, one too few, one too many, two swapped. Undefined where it changes nothing. */
function mutated(proof: readonly Uint8Array[], kind: number, at: number): Uint8Array[] | undefined {
  const place = proof.length === 0 ? 0 : at % proof.length;
  if (kind === 0) return [...proof.slice(0, place), leaves[at % most]!, ...proof.slice(place)];
  if (proof.length === 0) return undefined;
  if (kind === 1) return proof.filter((_, index) => index !== place);
  if (kind === 2) {
    const [one, other] = [proof[place]!, proof[(place + 1) % proof.length]!];
    if (toHex(one) === toHex(other)) return undefined;
    return proof.map((hash, index) => (index === place ? other : index === (place + 1) % proof.length ? one : hash));
  }
  return proof.map((hash, index) => (index === place ? flipped(hash, at) : hash));
}

const flipped = (hash: Uint8Array, bit: number): Uint8Array =>
  hash.map((byte, index) => (index === (bit >> 3) % hash.length ? byte ^ (1 << (bit & 7)) : byte));

describe(`${mutations} changes of proofs`, () => {
  const change = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.nat());

  it('make none that holds for an entry', () => {
    fc.assert(
      fc.property(indexAndSize, change, ([index, n], [kind, at]) => {
        const made = inclusion(index, n);
        const proof = mutated(made.proof, kind, at);
        fc.pre(proof !== undefined);
        expect(isIncluded(sha256, { ...made, proof }, rootAt(n))).toBe(false);
        expect(isIncluded(sha256, made, flipped(rootAt(n), at))).toBe(false);
        expect(isIncluded(sha256, { ...made, leaf: flipped(made.leaf, at) }, rootAt(n))).toBe(false);
      }),
      { numRuns: mutations },
    );
  });

  it('make none that holds between two trees', () => {
    fc.assert(
      fc.property(fromAndTo, change, ([from, to], [kind, at]) => {
        const made = consistency(from, to);
        const proof = mutated(made.proof, kind, at);
        fc.pre(proof !== undefined);
        expect(isConsistent(sha256, { ...made, proof })).toBe(false);
        expect(isConsistent(sha256, { ...made, to: { ...made.to, root: flipped(made.to.root, at) } })).toBe(false);
        expect(isConsistent(sha256, { ...made, from: { ...made.from, root: flipped(made.from.root, at) } })).toBe(
          false,
        );
      }),
      { numRuns: mutations },
    );
  });
});
