// A declared loss has to be what the bundle shows: what it says is left stands there, under checkpoints that the old log signed.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  algorithms,
  append,
  bundleFiles,
  declareLoss,
  emptyRange,
  formatCheckpoint,
  formatNote,
  readLoss,
  rootOf,
  signText,
} from '#ledger';
import { checking, sha256, signerOf, type Signer } from '#keys';
import { memorySource } from '../bundle/source.js';
import { checkLosses } from './losses.js';

const log = 'example.org/log';
const holder = (name = log) => signerOf(generateKeyPairSync('ed25519').privateKey, name, algorithms.ed25519);
const [old, next, stranger] = [holder(), holder(`${log}/epoch-2`), holder()];
// More than are read at once.
const leaves = Array.from({ length: 2_100 }, () => randomBytes(32));
const source = memorySource(new Map([[bundleFiles.leaves, Buffer.concat(leaves)]]));
const root = (size: number): Uint8Array =>
  rootOf(
    sha256,
    leaves.slice(0, size).reduce((range, leaf) => append(sha256, range, leaf), emptyRange),
  );

const noteOf = (size: number, of: Uint8Array, by: Signer = old): string => {
  const text = formatCheckpoint({ origin: log, size, root: of });
  return formatNote({ text, signatures: [signText(sha256, by.key, by.sign, text)] });
};

let signed: string;
beforeAll(() => void (signed = noteOf(3_000, sha256(Buffer.from('What was lost.')))));

const check = async (loss: { signed: string; left: string | null }, index = 2_050) => {
  const said = declareLoss({ ...loss, reason: 'The disk broke.' }, old, next);
  const place = { file: 'entries.jsonl', index };
  const losses = [{ ...readLoss(checking, said)!, said, place }];
  return (await checkLosses(source, { keys: [next.key], named: [old.key, next.key], losses }))?.kind;
};

describe('A declared loss', () => {
  it.each([0, 1, 1_023, 1_024, 1_025, 2_050])('of all but %i entries stands where those are there', async size => {
    expect(await check({ signed, left: noteOf(size, root(size)) })).toBeUndefined();
  });

  it('of everything stands as well', async () => expect(await check({ signed, left: null })).toBeUndefined());

  it('does not where what is left is something else, or would not be before it', async () => {
    expect(await check({ signed, left: noteOf(1_500, root(1_499)) })).toBe('loss-misdeclared');
    expect(await check({ signed, left: noteOf(2_051, root(2_051)) })).toBe('loss-misdeclared');
    expect(await check({ signed, left: noteOf(2_500, root(2_100)) }, 2_600)).toBe('loss-misdeclared');
  });

  it('does not on checkpoints that the log which ended did not sign', async () => {
    const foreign = noteOf(3_000, sha256(Buffer.from('What was lost.')), stranger);
    expect(await check({ signed: foreign, left: null })).toBe('loss-misdeclared');
    expect(await check({ signed, left: noteOf(9, root(9), stranger) })).toBe('loss-misdeclared');
  });
});
