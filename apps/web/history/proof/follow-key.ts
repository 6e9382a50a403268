// A log may change its key: both sign that in the ledger, so that whoever holds the old one may trust the new one.
import {
  formatKey,
  parseKey,
  rotatedTo,
  type KeyRotation,
  type Sha256,
  type VerifierKey,
  type VerifyEd25519,
} from '#ledger';

interface Crypto {
  sha256: Sha256;
  verify: VerifyEd25519;
}

/** The key, and those that it handed over to, one after the other. `payloads`: of SigningKeyRotated, oldest first. */
export function followKey(crypto: Crypto, text: string, payloads: readonly unknown[]): VerifierKey[] {
  const first = parseKey(crypto.sha256, text);
  const keys = first ? [first] : [];
  for (const payload of payloads.filter(isRotation)) {
    const last = keys.at(-1);
    const next = rotatedTo(crypto, payload);
    if (last && next && payload.oldKey === formatKey(crypto.sha256, last)) keys.push(next);
  }
  return keys;
}

const fields = ['oldKey', 'newKey', 'signatureByOld', 'signatureByNew'];

const isRotation = (payload: unknown): payload is KeyRotation =>
  typeof payload === 'object' &&
  payload !== null &&
  fields.every(field => typeof (payload as Record<string, unknown>)[field] === 'string');
