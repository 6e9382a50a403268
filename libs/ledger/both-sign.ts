// One statement under two keys: what is handed over is signed by who hands over and by who takes.
import { fromBase64, toBase64 } from './lines.js';
import { algorithms, type SignEd25519, type VerifierKey, type VerifyEd25519 } from './note.js';

export interface KeyHolder {
  /** The key as text. */
  verifier: string;
  sign: SignEd25519;
}

/** Base 64, Ed25519 over the statement. */
export interface BothSignatures {
  signatureByOld: string;
  signatureByNew: string;
}

export const bothSign = (statement: Uint8Array, from: KeyHolder, to: KeyHolder): BothSignatures => ({
  signatureByOld: toBase64(from.sign(statement)),
  signatureByNew: toBase64(to.sign(statement)),
});

export function bothSigned(
  verify: VerifyEd25519,
  statement: Uint8Array,
  [from, to]: readonly [from: VerifierKey, to: VerifierKey],
  { signatureByOld, signatureByNew }: BothSignatures,
): boolean {
  const isSigned = ({ publicKey, algorithm }: VerifierKey, encoded: string): boolean => {
    const signature = fromBase64(encoded);
    return algorithm === algorithms.ed25519 && signature?.length === 64 && verify(publicKey, statement, signature);
  };
  return isSigned(from, signatureByOld) && isSigned(to, signatureByNew);
}
