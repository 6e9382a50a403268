// Proofs, receipts, checkpoints, keys and lines changed by chance: none of them holds that says something else. `ASSENT_MUTATIONS` says how
// many of each; the number of the one that failed is in the message. Plain loops, so that a million of them can be tried.
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checking, sha256, signerOf } from '#keys';
import { rngOf } from '../../test/harness/rng.js';
import {
  algorithms,
  areEqual,
  formatCheckpoint,
  formatLine,
  formatNote,
  formatProofFile,
  isConsistent,
  isIncluded,
  leafHash,
  parseCheckpoint,
  parseKey,
  parseLine,
  parseNote,
  parseProofFile,
  signedBy,
  signText,
  toBase64,
} from './index.js';
import { changed, type At } from './testing/changed.js';
import { GrownTree } from './testing/grown-tree.js';

const mutations = Number(process.env['ASSENT_MUTATIONS'] ?? 10_000);
const most = 2048;
const entries = Array.from({ length: most }, (_, index) =>
  Buffer.from(`{"index":${index},"said":"Ngā wāhi ${'·'.repeat(index % 90)}"}`),
);
const tree = new GrownTree(entries);
const { verifier, key, sign } = signerOf(
  generateKeyPairSync('ed25519').privateKey,
  'example.org/log',
  algorithms.ed25519,
);

/** What is changed: proofs of trees of any size, made once and changed often. */
const sizes = Array.from({ length: 2_000 }, (_, nth) => 1 + ((nth * 1_031) % most));
const inclusions = sizes.map((size, nth) => ({ made: tree.inclusion((nth * 7) % size, size), root: tree.root(size) }));
const consistencies = sizes.map((size, nth) => tree.consistency(1 + ((nth * 7) % size), size));

/** The numbers of those that passed and should not have. */
function passing(isAccepted: (at: At) => boolean): number[] {
  const accepted: number[] = [];
  for (let nth = 1; nth <= mutations; nth += 1) {
    const rng = rngOf(Math.imul(nth, 0x9e3779b1));
    if (isAccepted(below => Math.floor(rng() * below))) accepted.push(nth);
  }
  return accepted;
}

const flipped = (hash: Uint8Array, at: At): Uint8Array => {
  const bit = at(hash.length * 8);
  return hash.with(bit >> 3, hash[bit >> 3]! ^ (1 << (bit & 7)));
};

/** One change of a list of hashes: one too many, one too few, two exchanged, a bit. The same list where that changes nothing. */
function otherProof(proof: readonly Uint8Array[], at: At): readonly Uint8Array[] {
  const kind = at(4);
  const place = at(Math.max(proof.length, 1));
  if (kind === 0) return proof.toSpliced(place, 0, tree.leaves[at(most)]!);
  if (proof.length === 0) return proof;
  if (kind === 1) return proof.toSpliced(place, 1);
  if (kind === 2) return proof.with(place, flipped(proof[place]!, at));
  const next = (place + 1) % proof.length;
  const [one, other] = [proof[place]!, proof[next]!];
  return areEqual(one, other) ? proof : proof.with(place, other).with(next, one);
}

describe(`${mutations} changes by chance`, () => {
  it('make no proof that holds for an entry', () => {
    const accepted = passing(at => {
      const { made, root } = inclusions[at(inclusions.length)]!;
      const kind = at(3);
      if (kind === 0) return isIncluded(sha256, made, flipped(root, at));
      if (kind === 1) return isIncluded(sha256, { ...made, leaf: flipped(made.leaf, at) }, root);
      const proof = otherProof(made.proof, at);
      return proof !== made.proof && isIncluded(sha256, { ...made, proof }, root);
    });
    expect(accepted).toEqual([]);
  });

  it('make no proof that holds between two trees', () => {
    const accepted = passing(at => {
      const made = consistencies[at(consistencies.length)]!;
      const { from, to } = made;
      const kind = at(3);
      if (kind === 0) return isConsistent(sha256, { ...made, from: { ...from, root: flipped(from.root, at) } });
      if (kind === 1) return isConsistent(sha256, { ...made, to: { ...to, root: flipped(to.root, at) } });
      const proof = otherProof(made.proof, at);
      return proof !== made.proof && isConsistent(sha256, { ...made, proof });
    });
    expect(accepted).toEqual([]);
  });

  it('make no receipt that is one for something else', () => {
    const texts = [0, 5, 1000, 2000].map(receiptOf);
    const truths = texts.map(says);
    expect(truths).not.toContain(undefined);
    const accepted = passing(at => {
      const which = at(texts.length);
      const said = says(changed(Buffer.from(texts[which]!), at).toString());
      return said !== undefined && said !== truths[which];
    });
    expect(accepted).toEqual([]);
  });

  it('make no key that is another one, and no line that says the same in another way', () => {
    const texts = [0, 5, 1000].map(index => lineOf(index, entries[index]!));
    const accepted = passing(at => {
      if (at(2) === 0) return parseKey(sha256, otherText(verifier, at)) !== undefined;
      const text = texts[at(texts.length)]!;
      const line = parseLine(otherText(text, at));
      return line !== undefined && formatLine(line).trimEnd() === text;
    });
    expect(accepted).toEqual([]);
  });
});

const lineOf = (index: number, bytes: Uint8Array): string =>
  formatLine({ index, stream: 'directory', sequence: 3, bytes: toBase64(bytes) }).trimEnd();

/** Changed until it differs. */
function otherText(text: string, at: At): string {
  const other = changed(Buffer.from(text), at).toString();
  return other === text ? otherText(text, at) : other;
}

function receiptOf(index: number): string {
  const text = formatCheckpoint({ origin: key.name, size: most, root: tree.root(most) });
  const checkpoint = formatNote({ text, signatures: [signText(sha256, key, sign, text)] });
  const proof = [...tree.inclusion(index, most).proof];
  return formatProofFile({ extra: entries[index]!, index, proof, checkpoint });
}

/** What it is a receipt of, under which checkpoint; undefined for one that does not hold. */
function says(receipt: string): string | undefined {
  const file = parseProofFile(receipt);
  const note = file && parseNote(file.checkpoint);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!file?.extra || !checkpoint || signedBy(checking, note, key) !== 'valid') return undefined;
  const { index, proof, extra } = file;
  const inclusion = { index, size: checkpoint.size, leaf: leafHash(sha256, extra), proof };
  return isIncluded(sha256, inclusion, checkpoint.root) ? `${index} ${toBase64(extra)} ${note.text}` : undefined;
}
