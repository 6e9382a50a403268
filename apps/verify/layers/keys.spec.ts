// Which keys follow from those that an auditor holds: through rotations in either direction, and never over a declared loss.
import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { algorithms, declareLoss, formatCheckpoint, formatNote, rotateKey, signText } from '#ledger';
import { sha256, signerOf, type Signer } from '#keys';
import type { Entry } from '../bundle/entry.js';
import { followKeys } from './keys.js';

const log = 'example.org/log';
const holder = (name = log) => signerOf(generateKeyPairSync('ed25519').privateKey, name, algorithms.ed25519);
const [first, second, stranger] = [holder(), holder(), holder()];
const [third, fourth] = [holder(`${log}/epoch-2`), holder(`${log}/epoch-2`)];

const introduced = ({ verifier: key }: Signer) => ({ type: 'SigningKeyIntroduced', key });
const rotated = (from: Signer, to: Signer) => ({ type: 'SigningKeyRotated', ...rotateKey(from, to) });
const lost = (from: Signer, to: Signer) => {
  const text = formatCheckpoint({ origin: log, size: 9, root: sha256(Buffer.from('root')) });
  const signed = formatNote({ text, signatures: [signText(sha256, from.key, from.sign, text)] });
  return { type: 'HistoryLost', ...declareLoss({ signed, left: null, reason: 'The disk broke.' }, from, to) };
};

const follow = (held: Signer[], ...events: { type: string }[]) => {
  const entries = events.map(
    (payload, at) =>
      ({ index: at * 10, stream: 'ledger', sequence: at + 1, type: payload.type, payload }) as unknown as Entry,
  );
  const { keys, named, losses, finding } = followKeys(
    held.map(({ key }) => key),
    entries,
  );
  const nameOf = (key: object) =>
    Object.entries({ first, second, third, fourth, stranger }).find(
      ([, each]) => each.key === key || JSON.stringify(each.key) === JSON.stringify(key),
    )?.[0];
  return { keys: keys.map(nameOf), named: named.map(nameOf), losses: losses.length, bad: finding?.kind };
};

describe('Of a log whose key was rotated', () => {
  const events = [introduced(first), rotated(first, second)];

  it.each([
    ['the old key', [first], ['first', 'second']],
    ['the new key', [second], ['second', 'first']],
    ['both', [first, second], ['first', 'second']],
    ['one of them and another log’s', [stranger, first], ['stranger', 'first', 'second']],
  ])('with %s in hand, both count', (_, held, keys) => {
    expect(follow(held, ...events)).toEqual({ keys, named: keys, losses: 0, bad: undefined });
  });

  it('with none of them in hand, none does', () => {
    expect(follow([stranger], ...events)).toMatchObject({ keys: ['stranger'], bad: 'key-succession-wrong' });
  });

  it('where nothing is said of keys, those in hand stand alone', () => {
    expect(follow([first, stranger])).toMatchObject({ keys: ['first', 'stranger'], bad: undefined });
  });
});

describe('A key that is only brought in', () => {
  it('beside the one before it counts for nothing, whoever holds which', () => {
    for (const held of [first, stranger])
      expect(follow([held], introduced(first), introduced(stranger))).toMatchObject({ bad: 'key-succession-wrong' });
  });

  it('by a rotation that the old one did not sign, or of a key that was not the last, neither', () => {
    const stolen = { ...rotated(stranger, second), oldKey: first.verifier };
    for (const event of [stolen, rotated(stranger, second)])
      expect(follow([first], introduced(first), event)).toMatchObject({ keys: ['first'], bad: 'key-succession-wrong' });
  });
});

describe('Over a declared loss', () => {
  const events = [introduced(first), rotated(first, second), lost(second, third), rotated(third, fourth)];
  const named = expect.arrayContaining(['first', 'second', 'third', 'fourth']);

  it.each([
    ['of before', [first], ['first', 'second']],
    ['of after', [fourth], ['fourth', 'third']],
    ['of both', [second, third], ['second', 'third', 'first', 'fourth']],
  ])('a key %s vouches for its own log only', (_, held, keys) => {
    expect(follow(held, ...events)).toEqual({ keys, named, losses: 1, bad: undefined });
  });

  it('a rotation that was lost with it stops nobody who holds the key of after it', () => {
    for (const held of [second, third])
      expect(follow([held], introduced(first), lost(second, third))).toMatchObject({ losses: 1, bad: undefined });
  });

  it('both logs have to have signed', () => {
    const { signatureByNew } = lost(stranger, third);
    for (const altered of [{ signatureByNew }, { reason: 'Nothing.' }, { signed: undefined }])
      expect(follow([first], introduced(first), { ...lost(first, third), ...altered })).toMatchObject({
        bad: 'loss-misdeclared',
      });
  });
});
