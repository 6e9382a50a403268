// A log goes over from one key to the next: both sign the same statement, so that whoever trusts the old one can trust the new one.
import { bothSign, bothSigned, type BothSignatures, type KeyHolder } from './both-sign.js';
import { canonicalBytes } from './canonical.js';
import type { Sha256 } from './hash.js';
import { parseKey, type VerifierKey, type VerifyEd25519 } from './note.js';

export interface KeyRotation extends BothSignatures {
  /** Verifier keys as text. */
  oldKey: string;
  newKey: string;
}

/** A JSON text: it can be taken neither for a checkpoint, which begins with a name, nor for an entry, which has a version. */
export const rotationStatement = (oldKey: string, newKey: string): Uint8Array =>
  canonicalBytes({ statement: 'assent/key-rotation/1', oldKey, newKey });

export function rotateKey(from: KeyHolder, to: KeyHolder): KeyRotation {
  const [oldKey, newKey] = [from.verifier, to.verifier];
  return { oldKey, newKey, ...bothSign(rotationStatement(oldKey, newKey), from, to) };
}

/** The new key, where both signed and both are keys of one log; else undefined. */
export function rotatedTo(
  { sha256, verify }: { sha256: Sha256; verify: VerifyEd25519 },
  { oldKey, newKey, ...signatures }: KeyRotation,
): VerifierKey | undefined {
  const [from, to] = [parseKey(sha256, oldKey), parseKey(sha256, newKey)];
  if (!from || !to || from.name !== to.name) return undefined;
  return bothSigned(verify, rotationStatement(oldKey, newKey), [from, to], signatures) ? to : undefined;
}
