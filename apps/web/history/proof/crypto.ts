// SHA-256 and Ed25519 for the ledger lib in the browser: it takes both as synchronous arguments, which WebCrypto has none of.
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { VerifyEd25519 } from '#ledger';

/** False for anything that is no such signature, and for a key that is none. As strict as RFC 8032. */
const verify: VerifyEd25519 = (publicKey, message, signature) => {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
};

export const crypto = { sha256, verify };

/** Browsers from before 2025 cannot read base 64 as the ledger lib does. */
export const canCheck = (): boolean => 'fromBase64' in Uint8Array;
