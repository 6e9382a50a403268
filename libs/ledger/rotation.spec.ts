// A rotation holds only with both signatures, over just these two keys, of one log.
import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { checking, signerOf } from '#keys';
import { algorithms, rotatedTo, rotateKey, rotationStatement, toBase64 } from './index.js';

const holder = (name = 'example.org/log') =>
  signerOf(generateKeyPairSync('ed25519').privateKey, name, algorithms.ed25519);
const [old, next, third] = [holder(), holder(), holder()];

describe('A rotation', () => {
  const rotation = rotateKey(old, next);

  it('leads to the new key', () => expect(rotatedTo(checking, rotation)).toEqual(next.key));

  it('does not with another signature, key or order, nor to the key of another log', () => {
    const { oldKey, newKey, signatureByOld, signatureByNew } = rotation;
    const other = holder('example.org/other');
    const statement = rotationStatement(oldKey, newKey);
    for (const altered of [
      { ...rotation, signatureByOld: signatureByNew },
      { ...rotation, signatureByNew: signatureByOld },
      { ...rotation, signatureByNew: '' },
      { ...rotation, signatureByNew: toBase64(third.sign(statement)) },
      { ...rotation, newKey: third.verifier },
      { ...rotation, oldKey: third.verifier },
      { oldKey: newKey, newKey: oldKey, signatureByOld: signatureByNew, signatureByNew: signatureByOld },
      { ...rotation, newKey: `${newKey}=` },
      rotateKey(old, other),
    ])
      expect(rotatedTo(checking, altered)).toBeUndefined();
  });
});
