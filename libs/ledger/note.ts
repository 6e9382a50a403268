// Signed notes (c2sp.org/signed-note): a text and the lines of those who signed it, read strictly and written in one way.
import { concat, fromHex, toHex, type Sha256 } from './hash.js';
import { areEqual } from './proof.js';
import { fromBase64, toBase64 } from './lines.js';

/** Ed25519 over the text itself, or over the text behind a time: a witness's cosignature (c2sp.org/tlog-cosignature). */
export const algorithms = { ed25519: 0x01, cosignature: 0x04 } as const;
export type Algorithm = (typeof algorithms)[keyof typeof algorithms];

export interface VerifierKey {
  name: string;
  algorithm: Algorithm;
  /** 32 bytes (RFC 8032). */
  publicKey: Uint8Array;
}

export interface NoteSignature {
  name: string;
  /** 8 hex digits: which of that name's keys. */
  keyId: string;
  /** What follows the key's id: 64 bytes of Ed25519, or a time and these. */
  bytes: Uint8Array;
}

export interface SignedNote {
  /** With the newline that ends it. */
  text: string;
  signatures: NoteSignature[];
}

/** Is this the signature of that key's owner (RFC 8032) over these bytes? */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
export type SignEd25519 = (message: Uint8Array) => Uint8Array;

const encoder = new TextEncoder();
const keyLength = 32;
const name = String.raw`[^\s+]+`;

/** First four bytes of SHA-256(name ‖ newline ‖ algorithm ‖ public key), in hex. */
export const keyIdOf = (sha256: Sha256, key: VerifierKey): string =>
  toHex(sha256(concat(encoder.encode(`${key.name}\n`), Uint8Array.of(key.algorithm), key.publicKey)).slice(0, 4));

/** `name+id+base64(algorithm ‖ public key)`. */
export const formatKey = (sha256: Sha256, key: VerifierKey): string =>
  `${key.name}+${keyIdOf(sha256, key)}+${toBase64(concat(Uint8Array.of(key.algorithm), key.publicKey))}`;

/** Undefined for a text that is no key of ours, or whose id is not that of its key. */
export function parseKey(sha256: Sha256, text: string): VerifierKey | undefined {
  const [, keyName, id, encoded] = new RegExp(`^(${name})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)$`, 'u').exec(text) ?? [];
  const [algorithm, ...rest] = encoded === undefined ? [] : (fromBase64(encoded) ?? []);
  if (keyName === undefined || rest.length !== keyLength) return undefined;
  if (algorithm !== algorithms.ed25519 && algorithm !== algorithms.cosignature) return undefined;
  const key = { name: keyName, algorithm, publicKey: Uint8Array.from(rest) };
  return keyIdOf(sha256, key) === id ? key : undefined;
}

/** More signatures than this are refused; readers must take at least 16. */
const mostSignatures = 64;
const controls = /[\u0000-\u0009\u000B-\u001F]/;
const signatureLine = new RegExp(`^\u2014 (${name}) ([A-Za-z0-9+/=]+)$`, 'u');

/** Undefined for anything that is not exactly a signed note. */
export function parseNote(whole: string): SignedNote | undefined {
  const end = whole.lastIndexOf('\n\n');
  if (end < 1 || !whole.endsWith('\n') || controls.test(whole) || !whole.isWellFormed()) return undefined;
  const lines = whole.slice(end + 2, -1).split('\n');
  const signatures = lines.map(parseSignature).filter(signature => signature !== undefined);
  if (signatures.length !== lines.length || lines.length > mostSignatures) return undefined;
  return { text: whole.slice(0, end + 1), signatures };
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, signer, encoded] = signatureLine.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (signer === undefined || !bytes || bytes.length <= 4) return undefined;
  return { name: signer, keyId: toHex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
}

export const formatSignature = ({ name: signer, keyId, bytes }: NoteSignature): string =>
  `\u2014 ${signer} ${toBase64(concat(fromHex(keyId), bytes))}\n`;

export const formatNote = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map(formatSignature).join('')}`;

/** The text under an Ed25519 signature of the key's owner. */
export const signText = (sha256: Sha256, key: VerifierKey, sign: SignEd25519, text: string): NoteSignature => ({
  name: key.name,
  keyId: keyIdOf(sha256, key),
  bytes: sign(encoder.encode(text)),
});

/** A signature of this key is `valid`, `wrong`, or there is none. One that fails counts for more than one that holds. */
export type SignedBy = 'valid' | 'wrong' | 'absent';

/** Signatures of other keys are ignored, as the format asks. */
export function signedBy(
  { sha256, verify }: { sha256: Sha256; verify: VerifyEd25519 },
  { text, signatures }: SignedNote,
  key: VerifierKey,
): SignedBy {
  const keyId = keyIdOf(sha256, key);
  const own = signatures.filter(signature => signature.name === key.name && signature.keyId === keyId);
  if (own.length === 0) return 'absent';
  const isValid = ({ bytes }: NoteSignature): boolean => {
    const message = key.algorithm === algorithms.ed25519 ? encoder.encode(text) : cosignedMessage(text, bytes);
    const signature = key.algorithm === algorithms.ed25519 ? bytes : bytes.slice(8);
    return message !== undefined && signature.length === 64 && verify(key.publicKey, message, signature);
  };
  return own.every(isValid) ? 'valid' : 'wrong';
}

/** Seconds since 1970 in a cosignature; undefined for one that holds no time that can be. */
export function timeOfCosignature(bytes: Uint8Array): number | undefined {
  if (bytes.length !== 72) return undefined;
  const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  return seconds <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(seconds) : undefined;
}

function cosignedMessage(text: string, bytes: Uint8Array): Uint8Array | undefined {
  const seconds = timeOfCosignature(bytes);
  return seconds === undefined ? undefined : encoder.encode(`cosignature/v1\ntime ${seconds}\n${text}`);
}

/** A witness's cosignature over a checkpoint's text at a time, in seconds since 1970. */
export function cosignText(
  sha256: Sha256,
  key: VerifierKey,
  sign: SignEd25519,
  { text, seconds }: { text: string; seconds: number },
): NoteSignature {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
  const signature = sign(encoder.encode(`cosignature/v1\ntime ${seconds}\n${text}`));
  return { name: key.name, keyId: keyIdOf(sha256, key), bytes: concat(time, signature) };
}

/** Do two texts name the same key? */
export const isSameKey = (one: VerifierKey, other: VerifierKey): boolean =>
  one.name === other.name && one.algorithm === other.algorithm && areEqual(one.publicKey, other.publicKey);
