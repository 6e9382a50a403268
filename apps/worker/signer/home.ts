// The signer's own folder: its key, the name of its log, and what it signed last. The api never sees it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lockOn, makeKeyFile, readKeyFile, renameDurably, signerOf, writeDurably, type Signer } from '#keys';
import { algorithms } from '#ledger';
import { formatLastSigned, parseLastSigned, type LastSigned } from './last-signed.js';

export interface Keys {
  current: Signer;
  /** The one to go over to, once both have said so in the ledger. */
  next?: Signer;
}

export interface SignerHome {
  /** Undefined while there is no key. Throws a KeyFileError on one that cannot be used. */
  keys(): Keys | undefined;
  makeKey(): void;
  /** Prepares a rotation. Throws a KeyFileError while one is under way. */
  makeNextKey(): void;
  /** The next key takes the place of the current one, which is gone then. */
  promoteNext(): void;
  lastSigned(): LastSigned | 'missing' | 'unreadable';
  /** After this returns it survives whatever ends the process. */
  remember(signed: LastSigned): void;
  /** Runs `work` unless another process is at it: then `busy`. */
  alone<T>(work: () => Promise<T>): Promise<T | 'busy'>;
}

/** Makes the folder where there is none. `origin`: by default a name of its own, drawn once and kept beside the key. */
export function signerHome(folder: string, origin?: string): SignerHome {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockOn(folder);
  const at = (name: string): string => path.join(folder, name);
  const [key, next, state] = [at('key.pem'), at('next-key.pem'), at('last-signed.json')];
  const signerIn = (file: string): Signer | undefined => {
    const privateKey = readKeyFile(file);
    return privateKey && signerOf(privateKey, origin ?? drawnOrigin(at('origin')), algorithms.ed25519);
  };
  return {
    keys: () => {
      const [current, following] = [signerIn(key), signerIn(next)];
      return current && { current, ...(following ? { next: following } : {}) };
    },
    makeKey: () => makeKeyFile(key),
    makeNextKey: () => makeKeyFile(next),
    promoteNext: () => renameDurably(next, key),
    lastSigned: () => (existsSync(state) ? (parseLastSigned(readFileSync(state, 'utf8')) ?? 'unreadable') : 'missing'),
    remember: signed => writeDurably(state, formatLastSigned(signed)),
    alone: async work => {
      if (!lock.take()) return 'busy';
      try {
        return await work();
      } finally {
        lock.release();
      }
    },
  };
}

function drawnOrigin(file: string): string {
  if (!existsSync(file)) writeDurably(file, `assent.local/${randomBytes(8).toString('hex')}\n`);
  return readFileSync(file, 'utf8').trim();
}
