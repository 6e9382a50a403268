// An entry's place in the tree begins as its leaf hash: over its exact bytes, behind a byte that no inner node starts with.
import { concat, type Sha256 } from './hash.js';

const leafPrefix = Uint8Array.of(0x00);

/** SHA-256(0x00 ‖ entry), 32 bytes (RFC 6962 section 2.1, RFC 9162 section 2.1.1). */
export const leafHash = (sha256: Sha256, entry: Uint8Array): Uint8Array => sha256(concat(leafPrefix, entry));
