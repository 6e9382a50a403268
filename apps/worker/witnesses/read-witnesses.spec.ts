// What WITNESSES may say: a policy, a list in a file, or the list itself; and a sentence for what it may not.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signerOf } from '#keys';
import { algorithms, meetsQuorum } from '#ledger';
import { readWitnesses } from './read-witnesses.js';

const key = (name: string): string =>
  signerOf(generateKeyPairSync('ed25519').privateKey, name, algorithms.cosignature).verifier;
const lines = ['a', 'b', 'c'].map(name => `${name} https://${name}.example.org/w ${key(name)}`);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'assent-witnesses-'))));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (text: string): string => {
  const at = path.join(folder, 'witnesses');
  writeFileSync(at, text);
  return at;
};

const enough = (WITNESSES: string, WITNESS_QUORUM?: number): boolean[] => {
  const { policy } = readWitnesses({ WITNESSES, WITNESS_QUORUM })!;
  return [['a'], ['a', 'b'], ['a', 'b', 'c']].map(cosigned => meetsQuorum(policy, new Set(cosigned)));
};

describe('Witnesses', () => {
  it('are nobody where nothing is said', () => expect(readWitnesses({})).toBeUndefined());

  it('are all needed, or as many as the quorum says', () => {
    expect(enough(lines.join(','))).toEqual([false, false, true]);
    expect(enough(lines.join(', '), 2)).toEqual([false, true, true]);
    expect(enough(file(`# Ours\n${lines.join('\n')}\n`), 1)).toEqual([true, true, true]);
  });

  it('may be those of a policy, which says its quorum itself', () => {
    const policy = lines.map(line => line.replace(/^(\S+) (\S+) (\S+)$/, 'witness $1 $3 $2'));
    const WITNESSES = file([...policy, 'group g 2 a b c', 'quorum g'].join('\n'));
    expect(readWitnesses({ WITNESSES })!.asked.map(({ url }) => url)).toEqual(
      ['a', 'b', 'c'].map(name => `https://${name}.example.org/w`),
    );
    expect(enough(WITNESSES)).toEqual([false, true, true]);
  });

  it.each([
    ['a key that is none', 'a https://a.example.org nothing', 'line 1', undefined],
    ['more needed than there are', lines.join(','), 'how many has to be', 4],
    ['no address', `a ${key('a')}`, 'cannot be used', undefined],
    ['a file that is not there', '/nowhere/witnesses', 'cannot be read (ENOENT)', undefined],
    ['an address that is none', `a elsewhere ${key('a')}`, 'no witness with an address', undefined],
  ])('with %s are refused in a sentence', (_, WITNESSES, says, WITNESS_QUORUM) => {
    expect(() => readWitnesses({ WITNESSES, WITNESS_QUORUM })).toThrow(says);
  });
});
