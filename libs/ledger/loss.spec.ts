// A declared loss holds only with both signatures, over just what it says, from one log to the one that follows it by name.
import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { checking, sha256, signerOf } from '#keys';
import {
  algorithms,
  areOfOneLine,
  bothSign,
  declareLoss,
  formatCheckpoint,
  formatNote,
  nextOrigin,
  readLoss,
  rotationStatement,
  signText,
} from './index.js';

const log = 'example.org/log';
const holder = (name = log) => signerOf(generateKeyPairSync('ed25519').privateKey, name, algorithms.ed25519);
const [old, next, third] = [holder(), holder(`${log}/epoch-2`), holder(`${log}/epoch-2`)];
const noteOf = (size: number, by = old): string => {
  const text = formatCheckpoint({ origin: by.key.name, size, root: sha256(Buffer.from(String(size))) });
  return formatNote({ text, signatures: [signText(sha256, by.key, by.sign, text)] });
};
const loss = { signed: noteOf(9), left: noteOf(5), reason: 'The disk broke.' };

describe('The name of the next log', () => {
  it.each([
    [log, `${log}/epoch-2`],
    [`${log}/epoch-2`, `${log}/epoch-3`],
    [`${log}/epoch-9`, `${log}/epoch-10`],
    ['example.org/2026', 'example.org/2026/epoch-2'],
  ])('after %s is %s', (origin, after) => expect(nextOrigin(origin)).toBe(after));
});

it('Names before and after losses are of one line, and no others', () => {
  for (const other of [log, `${log}/epoch-2`, `${log}/epoch-12`])
    expect(areOfOneLine(`${log}/epoch-3`, other)).toBe(true);
  for (const other of ['example.org', `${log}/2`, `${log}2`]) expect(areOfOneLine(log, other)).toBe(false);
});

describe('A declared loss', () => {
  const declared = declareLoss(loss, old, next);

  it('says what was signed, what is left, and who goes on', () => {
    expect(readLoss(checking, declared)).toMatchObject({
      from: old.key,
      to: next.key,
      signed: { origin: log, size: 9 },
      left: { origin: log, size: 5 },
    });
    expect(readLoss(checking, declareLoss({ ...loss, left: null }, old, next))).not.toHaveProperty('left');
  });

  it('does not with anything altered, or another statement signed', () => {
    const rotation = bothSign(rotationStatement(old.verifier, next.verifier), old, next);
    for (const altered of [
      { ...declared, reason: 'Nothing to see here.' },
      { ...declared, signed: noteOf(8) },
      { ...declared, left: noteOf(4) },
      { ...declared, left: null },
      { ...declared, newKey: third.verifier },
      { ...declared, signatureByOld: declared.signatureByNew },
      { ...declared, signatureByNew: '' },
      { ...declared, ...rotation },
    ])
      expect(readLoss(checking, altered)).toBeUndefined();
  });

  it('is none between logs that do not follow on one another, or about another log’s checkpoints', () => {
    for (const other of [holder(), holder(`${log}/epoch-3`), holder('example.org/other/epoch-2')])
      expect(readLoss(checking, declareLoss(loss, old, other))).toBeUndefined();
    for (const wrong of [
      { ...loss, signed: noteOf(9, next) },
      { ...loss, left: noteOf(5, next) },
      { ...loss, left: noteOf(10) },
      { ...loss, signed: 'nothing' },
      { ...loss, left: 'nothing' },
    ])
      expect(readLoss(checking, declareLoss(wrong, old, next))).toBeUndefined();
  });
});
