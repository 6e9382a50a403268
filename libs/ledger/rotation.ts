// A log goes over from one key to the next: both sign the same statement, so that whoever trusts the old one can trust the new one.
import { canonicalBytes } from './canonical.js';
import type { Sha256 } from './hash.js';
import { fromBase64, toBase64 } from './lines.js';
import { algorithms, parseKey, type SignEd25519, type VerifierKey, type VerifyEd25519 } from './note.js';

export interface KeyRotation {
  /** Verifier keys as text. */
  oldKey: string;
  newKey: string;
  /** Base 64, Ed25519 over the statement. */
  signatureByOld: string;
  signatureByNew: string;
}

/** A JSON text: it can be taken neither for a checkpoint, which begins with a name, nor for an entry, which has a version. */
export const rotationStatement = (oldKey: string, newKey: string): Uint8Array =>
  canonicalBytes({ statement: 'assent/key-rotation/1', oldKey, newKey });

interface KeyHolder {
  verifier: string;
  sign: SignEd25519;
}

export function rotateKey(from: KeyHolder, to: KeyHolder): KeyRotation {
  const statement = rotationStatement(from.verifier, to.verifier);
  return {
    oldKey: from.verifier,
    newKey: to.verifier,
    signatureByOld: toBase64(from.sign(statement)),
    signatureByNew: toBase64(to.sign(statement)),
  };
}

/** The new key, where both signed and both are keys of one log; else undefined. */
export function rotatedTo(
  { sha256, verify }: { sha256: Sha256; verify: VerifyEd25519 },
  { oldKey, newKey, signatureByOld, signatureByNew }: KeyRotation,
): VerifierKey | undefined {
  const [from, to] = [parseKey(sha256, oldKey), parseKey(sha256, newKey)];
  if (!from || !to || from.name !== to.name) return undefined;
  const statement = rotationStatement(oldKey, newKey);
  const isSigned = ({ publicKey, algorithm }: VerifierKey, encoded: string): boolean => {
    const signature = fromBase64(encoded);
    return algorithm === algorithms.ed25519 && signature?.length === 64 && verify(publicKey, statement, signature);
  };
  return isSigned(from, signatureByOld) && isSigned(to, signatureByNew) ? to : undefined;
}
