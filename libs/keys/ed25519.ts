// SHA-256 and Ed25519 (RFC 8032) as Node brings them along, in the shape that the ledger lib takes them.
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import {
  formatKey,
  type Algorithm,
  type Sha256,
  type SignEd25519,
  type VerifierKey,
  type VerifyEd25519,
} from '#ledger';

export const sha256: Sha256 = bytes => createHash('sha256').update(bytes).digest();

/** False for anything that is no such signature, a public key that is none included. */
export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  try {
    const x = Buffer.from(publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
};

/** What a signature is checked with. */
export const checking = { sha256, verify: verifyEd25519 };

/** Somebody who signs, under the name that goes with the key. */
export interface Signer {
  key: VerifierKey;
  /** The key as text: `name+id+base64`. */
  verifier: string;
  sign: SignEd25519;
}

export function signerOf(privateKey: KeyObject, name: string, algorithm: Algorithm): Signer {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const key = { name, algorithm, publicKey: Uint8Array.from(Buffer.from(x, 'base64url')) };
  return { key, verifier: formatKey(sha256, key), sign: message => sign(null, message, privateKey) };
}
