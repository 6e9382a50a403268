// The small strict grammar that checkpoints, notes and proofs share: decimals without leading zeros and canonical base 64.

const decimal = /^(0|[1-9]\d{0,15})$/;

/** Undefined for anything but the one way to write a whole number up to 2^53 - 1. */
export function readDecimal(text: string): number | undefined {
  const value = decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

export const toBase64 = (bytes: Uint8Array): string => bytes.toBase64();

const groupsOfFour = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** RFC 4648 section 4, with its padding and without stray bits: one text for one sequence of bytes. Undefined for any other. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!groupsOfFour.test(text)) return undefined;
  const bytes = Uint8Array.fromBase64(text);
  return bytes.toBase64() === text ? bytes : undefined;
}

const hashLength = 32;

/** A SHA-256 value on a line of its own. */
export function readHash(line: string): Uint8Array | undefined {
  const hash = fromBase64(line);
  return hash?.length === hashLength ? hash : undefined;
}
