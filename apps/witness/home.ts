// The folder of a witness: its key, and what it has seen of each log, which is on the disk before anybody is answered.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lockOn, makeKeyFile, readKeyFile, signerOf, writeDurably, type Signer } from '#keys';
import { algorithms } from '#ledger';
import { formatSeen, parseSeen, type Seen } from './seen.js';

/** The folder cannot be used; the message says why, and what to do. */
export class HomeError extends Error {
  override name = 'HomeError';
}

export interface WitnessHome {
  signer: Signer;
  /** By the log's origin. */
  seen(): ReadonlyMap<string, Seen>;
  /** After this returns it survives whatever ends the process. */
  remember(seen: ReadonlyMap<string, Seen>): void;
  close(): void;
}

/** One witness at a time in a folder. A folder with a key and without what was seen is refused: it would cosign anything. */
export function openHome(folder: string, name: string): WitnessHome {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockOn(folder);
  if (!lock.take()) throw new HomeError(`Another witness runs in ${folder}. Give this one a folder of its own.`);
  const [keyFile, seenFile] = [path.join(folder, 'key.pem'), path.join(folder, 'seen.json')];
  // What was seen comes first, so that there is never a key without it.
  if (!existsSync(keyFile) && !existsSync(seenFile)) writeDurably(seenFile, formatSeen(new Map()));
  if (!existsSync(keyFile)) makeKeyFile(keyFile);
  const seen = existsSync(seenFile) ? parseSeen(readFileSync(seenFile, 'utf8')) : undefined;
  const privateKey = readKeyFile(keyFile);
  if (!seen || !privateKey)
    throw new HomeError(
      `${seenFile} is gone or cannot be read, so it is not known what was cosigned. Begin with a new folder, and with it a new key.`,
    );
  let known: ReadonlyMap<string, Seen> = seen;
  return {
    signer: signerOf(privateKey, name, algorithms.cosignature),
    seen: () => known,
    remember: next => {
      writeDurably(seenFile, formatSeen(next));
      known = next;
    },
    close: () => lock.close(),
  };
}
