// The hash the ledger is built on, handed in as a function: native in Node, an audited library in the browser.

/** SHA-256 (FIPS 180-4) of the bytes, 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** SHA-256 in HMAC (RFC 2104) over `bytes` under `key`, 32 bytes. */
export function hmacSha256(sha256: Sha256, key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  const inner = sha256(concat(xor(block, 0x36), bytes));
  return sha256(concat(xor(block, 0x5c), inner));
}

const xor = (bytes: Uint8Array, mask: number): Uint8Array => bytes.map(byte => byte ^ mask);

export function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

/** Throws on anything but an even number of lower-case hex digits. */
export function fromHex(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(hex)) throw new RangeError('Not a string of lower-case hex digits.');
  return Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
}
