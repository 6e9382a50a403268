// An Ed25519 key in a file of its own: PEM, PKCS#8, readable by its owner only.
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeDurably } from './durable-file.js';

/** The file is there and cannot be used; the message says why, and what to do. */
export class KeyFileError extends Error {
  override name = 'KeyFileError';
}

/** Replaces nothing: throws a KeyFileError where there is a file already. */
export function makeKeyFile(file: string): void {
  if (existsSync(file)) throw new KeyFileError(`${file} is there already, and a key is never written over.`);
  const { privateKey } = generateKeyPairSync('ed25519');
  writeDurably(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/** Undefined where there is none. Throws a KeyFileError on what is no Ed25519 key, or can be read by others. */
export function readKeyFile(file: string): KeyObject | undefined {
  if (!existsSync(file)) return undefined;
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new KeyFileError(
      `Others can read or change the key in ${file}. Say “chmod 600 ${file}”, or replace the key.`,
    );
  }
  const key = parsed(file);
  if (key?.asymmetricKeyType !== 'ed25519') {
    throw new KeyFileError(`${file} holds no Ed25519 key. “openssl genpkey -algorithm ed25519” makes one.`);
  }
  return key;
}

function parsed(file: string): KeyObject | undefined {
  try {
    return createPrivateKey(readFileSync(file));
  } catch {
    return undefined;
  }
}
