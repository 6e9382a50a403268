// SHA-256 and Ed25519 as Node brings them along: the ledger lib takes both as arguments.
import { createHash, createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import type { Sha256, VerifyEd25519 } from '#ledger';

export const sha256: Sha256 = bytes => hash('sha256', bytes, 'buffer');

export const hexSha256 = (): { update(bytes: Uint8Array): void; digest(): string } => {
  const open = createHash('sha256');
  return { update: bytes => void open.update(bytes), digest: () => open.digest('hex') };
};

/** What stands before the 32 bytes of an Ed25519 public key in its SubjectPublicKeyInfo (RFC 8410). */
const prefix = Buffer.from('302a300506032b6570032100', 'hex');

const keys = new Map<string, KeyObject>();

function keyOf(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString('hex');
  const known = keys.get(name);
  if (known) return known;
  const made = createPublicKey({ key: Buffer.concat([prefix, publicKey]), format: 'der', type: 'spki' });
  keys.set(name, made);
  return made;
}

/** False for anything that is no such signature, and for a key that is none. */
export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  try {
    return verify(null, message, keyOf(publicKey), signature);
  } catch {
    return false;
  }
};

export const native = { sha256, verify: verifyEd25519 };
