// A salted commitment to words that may have to be erased: the entry keeps the commitment, the words and their salt stand apart.
import { canonicalBytes, type CanonicalValue } from './canonical.js';
import { hmacSha256, type Sha256 } from './hash.js';

/** Bytes of a salt: as many as the hash has, so that a dictionary of likely texts is of no use without it. */
export const saltLength = 32;

/** HMAC-SHA256 under the salt over the words' canonical bytes, 32 bytes. Throws a RangeError on a salt of another length. */
export function commitmentTo(sha256: Sha256, salt: Uint8Array, words: CanonicalValue): Uint8Array {
  if (salt.length !== saltLength) throw new RangeError(`A salt has ${saltLength} bytes, not ${salt.length}.`);
  return hmacSha256(sha256, salt, canonicalBytes(words));
}
