// The signer's folder as it lies there: the names of its files, its keys, the name of its log, and what was signed last. Looking
// changes nothing; whoever signs writes through a SignerHome.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { algorithms, type Loss } from '#ledger';
import { signerOf, type Signer } from './ed25519.js';
import { KeyFileError, readKeyFile } from './key-file.js';
import { parseLastSigned, type LastSigned } from './last-signed.js';

/** SIGNER_HOME, or below ASSENT_HOME; absolute. */
export const signerFolder = ({ SIGNER_HOME, ASSENT_HOME }: { SIGNER_HOME?: string; ASSENT_HOME: string }): string =>
  path.resolve(SIGNER_HOME ?? path.join(ASSENT_HOME, 'signer'));

export const signerFiles = (folder: string) => ({
  key: path.join(folder, 'key.pem'),
  nextKey: path.join(folder, 'next-key.pem'),
  origin: path.join(folder, 'origin'),
  lastSigned: path.join(folder, 'last-signed.json'),
});

/** A log that begins anew after a loss: files called after the last part of its name, `epoch-2`. */
export const epochFiles = (folder: string, origin: string) => {
  const stem = path.join(folder, path.posix.basename(origin));
  return { loss: `${stem}.json`, key: `${stem}.pem` };
};

export interface Keys {
  current: Signer;
  /** The one to go over to, once both have said so in the ledger. */
  next?: Signer;
  /** What was lost: then `next` begins another log with it. */
  loss?: Loss;
}

interface Epoch extends Loss {
  /** The name of the log that begins with it. */
  origin: string;
  /** Until its key has taken the other one's place. */
  isPending: boolean;
}

/** Undefined while there is no key, or no name for the log. Throws a KeyFileError on what cannot be used. */
export function keysIn(folder: string, origin?: string): Keys | undefined {
  const { key, nextKey } = signerFiles(folder);
  const [name, epoch] = [originIn(folder, origin), epochsIn(folder).at(-1)];
  const current = signerIn(key, name);
  if (!current) return undefined;
  if (!epoch?.isPending) return { current, ...nextOf(signerIn(nextKey, name)) };
  return { current, ...nextOf(signerIn(epochFiles(folder, epoch.origin).key, epoch.origin)), loss: epoch };
}

const nextOf = (next: Signer | undefined): { next?: Signer } => (next ? { next } : {});

function signerIn(file: string, name: string | undefined): Signer | undefined {
  const privateKey = readKeyFile(file);
  return privateKey && name !== undefined ? signerOf(privateKey, name, algorithms.ed25519) : undefined;
}

/** The name of the log: after a loss the one that was taken then, else the one given, else the one that was drawn. */
export function originIn(folder: string, given?: string): string | undefined {
  const { origin: drawn } = signerFiles(folder);
  const taken = epochsIn(folder).findLast(({ isPending }) => !isPending);
  return taken?.origin ?? given ?? (existsSync(drawn) ? readFileSync(drawn, 'utf8').trim() : undefined);
}

export function lastSignedIn(folder: string): LastSigned | 'missing' | 'unreadable' {
  const { lastSigned } = signerFiles(folder);
  return existsSync(lastSigned) ? (parseLastSigned(readFileSync(lastSigned, 'utf8')) ?? 'unreadable') : 'missing';
}

const epochFile = /^epoch-([1-9]\d{0,5})\.json$/;

function epochsIn(folder: string): Epoch[] {
  const names = existsSync(folder) ? readdirSync(folder).filter(name => epochFile.test(name)) : [];
  const inOrder = names.sort((one, other) => numberOf(one) - numberOf(other));
  return inOrder.map(name => epochIn(folder, name));
}

const numberOf = (name: string): number => Number(epochFile.exec(name)?.[1]);

function epochIn(folder: string, name: string): Epoch {
  const file = path.join(folder, name);
  const { origin, signed, left, reason } = fieldsIn(file);
  if (
    ![origin, signed, reason].every(value => typeof value === 'string') ||
    `${path.posix.basename(String(origin))}.json` !== name
  )
    throw new KeyFileError(`${file} does not say what was lost. Bring it back as it was written.`);
  const said = { origin, signed, left: left ?? null, reason } as Epoch;
  return { ...said, isPending: existsSync(epochFiles(folder, said.origin).key) };
}

function fieldsIn(file: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(readFileSync(file, 'utf8'))) as Record<string, unknown>;
  } catch {
    return {};
  }
}
