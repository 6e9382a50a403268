// Keys in their files, what is written whole or not at all, and the lock that its holder's death gives back.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { algorithms } from '#ledger';
import { lockOn, makeKeyFile, readKeyFile, signerOf, verifyEd25519, writeDurably } from './index.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'assent-keys-'))));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);

describe('A key file', () => {
  it('is its owner’s alone, is never written over, and holds a key that signs', () => {
    makeKeyFile(at('key.pem'));
    expect(statSync(at('key.pem')).mode & 0o777).toBe(0o600);
    expect(() => makeKeyFile(at('key.pem'))).toThrow('never written over');
    const { key, sign } = signerOf(readKeyFile(at('key.pem'))!, 'name', algorithms.ed25519);
    const message = Buffer.from('message');
    expect(verifyEd25519(key.publicKey, message, sign(message))).toBe(true);
    expect(verifyEd25519(key.publicKey, Buffer.from('another'), sign(message))).toBe(false);
    expect(verifyEd25519(key.publicKey.slice(1), message, sign(message))).toBe(false);
  });

  it('that others can read, or that holds no such key, is not used', () => {
    expect(readKeyFile(at('nowhere.pem'))).toBeUndefined();
    makeKeyFile(at('open.pem'));
    chmodSync(at('open.pem'), 0o640);
    expect(() => readKeyFile(at('open.pem'))).toThrow('Others can read');
    writeFileSync(at('words.pem'), 'words', { mode: 0o600 });
    expect(() => readKeyFile(at('words.pem'))).toThrow('no Ed25519 key');
  });
});

describe('A durable file', () => {
  it('is there with all of its text, and nothing beside it', () => {
    for (const text of ['one', 'another']) writeDurably(at('state.json'), text);
    expect(readFileSync(at('state.json'), 'utf8')).toBe('another');
    expect(readdirSync(folder).filter(name => name.startsWith('state'))).toEqual(['state.json']);
  });
});

describe('The lock on a folder', () => {
  it('is held by one, here and in other processes, and given back by death', async () => {
    const [mine, other] = [lockOn(folder), lockOn(folder)];
    expect([mine.take(), other.take()]).toEqual([true, false]);
    mine.release();
    const holds = `const { DatabaseSync } = require('node:sqlite');
      const held = new DatabaseSync(${JSON.stringify(at('lock.sqlite'))});
      held.exec('begin exclusive'); console.log('held'); setInterval(() => held, 1000)`;
    const child = spawn(process.execPath, ['-e', holds], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    expect(other.take()).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(other.take()).toBe(true);
    other.release();
    for (const lock of [mine, other]) lock.close();
  });
});
