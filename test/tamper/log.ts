// A log of the tests' own: its key, its witnesses, and checkpoints signed by them.
import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import {
  algorithms,
  cosignText,
  formatCheckpoint,
  formatKey,
  formatNote,
  signText,
  type Algorithm,
  type NoteSignature,
  type SignEd25519,
  type VerifierKey,
} from '#ledger';
import { sha256 } from '../../apps/verify/native.js';

export interface KeyPair {
  key: VerifierKey;
  /** As text. */
  verifier: string;
  sign: SignEd25519;
}

export function keyPair(name: string, algorithm: Algorithm = algorithms.ed25519): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = {
    name,
    algorithm,
    publicKey: Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(12)),
  };
  return { key, verifier: formatKey(sha256, key), sign: message => signBytes(null, message, privateKey) };
}

export const origin = 'log.example/assent';
export const witnessPair = (name: string): KeyPair => keyPair(name, algorithms.cosignature);

export interface Head {
  size: number;
  root: Uint8Array;
}

export const signatureOf = ({ key, sign }: KeyPair, text: string): NoteSignature => signText(sha256, key, sign, text);

/** A checkpoint of the log, with the cosignatures of these witnesses at that time. */
export function signedCheckpoint(log: KeyPair, head: Head, witnesses: KeyPair[] = [], seconds = 1_790_000_000): string {
  const text = formatCheckpoint({ origin: log.key.name, ...head });
  const cosigned = witnesses.map(({ key, sign }) => cosignText(sha256, key, sign, { text, seconds }));
  return formatNote({ text, signatures: [signatureOf(log, text), ...cosigned] });
}

export const policyOf = (witnesses: KeyPair[], least: number): string =>
  [
    ...witnesses.map(({ verifier }, index) => `witness w${index} ${verifier}`),
    `group all-of-them ${least} ${witnesses.map((_, index) => `w${index}`).join(' ')}`,
    'quorum all-of-them',
    '',
  ].join('\n');
