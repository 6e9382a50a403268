// A file in the making: it has its own name only when the whole bundle is done, and what was written of it can be gone on with.
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  truncateSync,
} from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

export const partOf = (file: string): string => `${file}.part`;

export interface Part {
  write(bytes: Uint8Array | string): Promise<void>;
  /** Resolves when all of it is on the disk. */
  close(): Promise<void>;
}

/** `keep` bytes of what is there stay; without it the file begins anew. For its owner's eyes only. */
export function openPart(file: string, keep = 0): Part {
  const part = partOf(file);
  if (keep > 0) truncateSync(part, keep);
  const stream = createWriteStream(part, { flags: keep > 0 ? 'a' : 'w', mode: 0o600, flush: true });
  // A full disk is told by the write that meets it, or by the end.
  stream.on('error', () => undefined);
  return {
    write: async bytes => {
      if (stream.errored) throw stream.errored;
      if (!stream.write(bytes)) await once(stream, 'drain');
    },
    close: async () => {
      stream.end();
      await finished(stream);
    },
  };
}

/** Gives the finished files their names, in this order. */
export function nameParts(files: readonly string[], folder: string): void {
  for (const file of files) renameSync(partOf(file), file);
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** A file that got its name in a run that did not get to the end is a part again. */
export function unname(file: string): void {
  if (existsSync(file)) renameSync(file, partOf(file));
}

/** Length and hex SHA-256 of a file. */
export async function measure(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
