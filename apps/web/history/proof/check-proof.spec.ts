// The examination, on a small log made here: what is genuine holds, and each kind of tampering fails in the step that it belongs to.
import { describe, expect, it } from '@jest/globals';
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import {
  algorithms,
  append,
  canonicalBytes,
  commitmentTo,
  emptyRange,
  formatCheckpoint,
  formatSignature,
  leafHash,
  planConsistency,
  planInclusion,
  proofBy,
  rootOf,
  signText,
  toBase64,
  toHex,
  type RootOfSubtree,
  type VerifierKey,
} from '#ledger';
import { checkProof, type Held, type Step } from './check-proof.js';
import { crypto } from './crypto.js';
import type { Evidence } from './evidence.js';
import { pathOf } from './path-of.js';

const { sha256 } = crypto;
const secret = new Uint8Array(32).fill(7);
const key: VerifierKey = {
  name: 'log.example',
  algorithm: algorithms.ed25519,
  publicKey: ed25519.getPublicKey(secret),
};
const other: VerifierKey = { ...key, publicKey: ed25519.getPublicKey(new Uint8Array(32).fill(8)) };

/** A tree over these leaves, and any hash in it. */
function treeOf(leaves: readonly Uint8Array[]) {
  const roots = new Map<string, Uint8Array>();
  let range = emptyRange;
  for (const leaf of leaves)
    range = append(sha256, range, leaf, ({ level, index }, root) => void roots.set(`${level}/${index}`, root));
  const rootOfSubtree: RootOfSubtree = ({ level, index }) => roots.get(`${level}/${index}`)!;
  return { root: rootOf(sha256, range), rootOfSubtree };
}

const noteOf = (size: number, root: Uint8Array): string => {
  const text = formatCheckpoint({ origin: key.name, size, root });
  return `${text}\n${formatSignature(signText(sha256, key, message => ed25519.sign(message, secret), text))}`;
};

const salt = new Uint8Array(32).fill(3);
const said = { statement: 'Families will stop coming.' };
const commitment = toHex(commitmentTo(sha256, salt, said));
const fields = {
  id: 'e-5',
  type: 'ConcernRaised',
  stream: 'proposal:p-1',
  sequence: 2,
  at: '2026-11-22T10:00:00.000Z',
};
const bytes = canonicalBytes({
  v: 1,
  ...fields,
  previous: null,
  by: { person: 'anahera', organisation: 'o-1', role: 'partner' },
  payload: { severity: 'MINOR', commitment },
});
const leafOf = (name: number): Uint8Array => leafHash(sha256, canonicalBytes({ name }));

function evidence(index = 5, size = 11): Evidence {
  const leaves = Array.from({ length: size }, (_, at) => (at === index ? leafHash(sha256, bytes) : leafOf(at)));
  const { root, rootOfSubtree } = treeOf(leaves);
  const payload = { severity: 'MINOR', commitment, ...said };
  return {
    entry: {
      ...fields,
      index,
      role: 'partner',
      hash: toHex(leaves[index]!),
      previousHash: null,
      payload,
      actor: { id: 'anahera' },
      acknowledgement: 'SEALED',
    },
    bytes,
    words: [{ path: '', salt: toBase64(salt), words: JSON.stringify(said) }],
    index,
    proof: proofBy(sha256, planInclusion(index, size), rootOfSubtree),
    note: noteOf(size, root),
  };
}

const held: Held = { keys: [key], isFromServer: false };
const check = (given: Evidence, by: Held = held) => checkProof(crypto, given, by);
const failing = (given: Evidence, by?: Held): Step['key'][] =>
  check(given, by)
    .steps.filter(({ outcome }) => outcome === 'fails')
    .map(each => each.key);
const flipped = (given: Uint8Array): Uint8Array => given.map((byte, at) => (at === 0 ? byte ^ 1 : byte));

describe('A genuine entry', () => {
  it('holds, in every step that can be made', () => {
    const { outcome, steps, path, checkpoint } = check(evidence());
    expect(outcome).toBe('holds');
    expect(steps.map(each => each.outcome)).toEqual(['holds', 'holds', 'holds', 'holds', 'open']);
    expect(path.at(-1)?.hash).toBe(toHex(checkpoint!.root));
  });

  it('has a path that ends in the root, for every entry of every tree', () => {
    const trees = fc
      .integer({ min: 1, max: 70 })
      .chain(size => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));
    fc.assert(
      fc.property(trees, ([size, index]) => {
        const { root, rootOfSubtree } = treeOf(Array.from({ length: size }, (_, at) => leafOf(at)));
        const proof = proofBy(sha256, planInclusion(index, size), rootOfSubtree);
        const path = pathOf(sha256, { index, size, leaf: leafOf(index), proof });
        const covered = path.reduce((sum, { first, last }) => sum + Math.min(last, size - 1) - first + 1, 1);
        return covered === size && (path.at(-1)?.hash ?? toHex(leafOf(index))) === toHex(root);
      }),
    );
  });

  it('is left open without a key of one’s own, or with that of the server', () => {
    expect(check(evidence(), { ...held, keys: [] }).outcome).toBe('open');
    expect(check(evidence(), { ...held, isFromServer: true }).outcome).toBe('open');
  });

  it('is left open where its bytes are not the reader’s to see', () => {
    const { bytes: _, ...unseen } = evidence();
    expect([check(unseen).outcome, failing(unseen)]).toEqual(['open', []]);
  });
});

describe('Tampering shows in the step that it belongs to', () => {
  const good = evidence();
  const payload = { ...(good.entry.payload as object), severity: 'SUBSTANTIAL' };
  it.each<[string, Evidence, Step['key'][]]>([
    ['another payload on the page', { ...good, entry: { ...good.entry, payload } }, ['shown']],
    ['another person on the page', { ...good, entry: { ...good.entry, actor: { id: 'peter' } } }, ['shown']],
    ['other words', { ...good, words: [{ ...good.words[0]!, words: '{"statement":"All is well."}' }] }, ['shown']],
    ['another byte in the entry', { ...good, bytes: flipped(bytes) }, ['bytes', 'shown', 'path']],
    [
      'another hash in the proof',
      { ...good, proof: good.proof.map((hash, at) => (at === 1 ? flipped(hash) : hash)) },
      ['path'],
    ],
    ['a proof cut short', { ...good, proof: good.proof.slice(1) }, ['path']],
    ['another place', { ...good, index: 4 }, ['bytes', 'path']],
    [
      'another size under the signature',
      { ...good, note: good.note.replace('\n11\n', '\n17\n') },
      ['path', 'signature'],
    ],
    ['no note at all', { ...good, note: 'nothing' }, ['path', 'signature']],
  ])('%s', (_, given, steps) => {
    expect(check(given).outcome).toBe('fails');
    expect(failing(given)).toEqual(expect.arrayContaining(steps));
  });

  it.each<[string, VerifierKey]>([
    ['another key of that name', other],
    ['the key of another log', { ...other, name: 'elsewhere.example' }],
  ])('%s', (_, pinned) => expect(failing(good, { ...held, keys: [pinned] })).toEqual(['signature']));
});

describe('What the browser remembers', () => {
  const leaves = Array.from({ length: 11 }, (_, at) => (at === 5 ? leafHash(sha256, bytes) : leafOf(at)));
  const older = treeOf(leaves.slice(0, 6));
  const seen = { origin: key.name, size: 6, root: older.root, seenAt: '2026-11-20T10:00:00.000Z' };
  const consistency = proofBy(sha256, planConsistency(6, 11), treeOf(leaves).rootOfSubtree);
  const memory = (given: Partial<Held>): Step => check(evidence(), { ...held, ...given }).steps.at(-1)!;

  it('is continued', () => expect(memory({ remembered: seen, consistency }).outcome).toBe('holds'));
  it('may be the very same', () => {
    const { root } = check(evidence()).checkpoint!;
    expect(memory({ remembered: { ...seen, size: 11, root } }).outcome).toBe('holds');
  });
  it('shows a rollback in plain words', () => {
    const { outcome, says } = memory({ remembered: { ...seen, size: 40 } });
    expect([outcome, says]).toEqual([
      'fails',
      expect.stringMatching(/^History was taken back: on Fri 20 Nov 2026 .* 40 entries .* only 11\.$/),
    ]);
  });
  it.each<[string, Partial<Held>]>([
    ['another root at that size', { remembered: { ...seen, root: flipped(seen.root) }, consistency }],
    ['no proof of growth', { remembered: seen }],
    ['another log', { remembered: { ...seen, origin: 'elsewhere.example' }, consistency }],
  ])('shows %s', (_, given) => expect(memory(given).outcome).toBe('fails'));
});
