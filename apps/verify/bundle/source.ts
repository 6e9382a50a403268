// Where a bundle is read from: a folder, or for tests memory. Files are read in pieces, so that memory stays flat.
import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Source {
  has(name: string): boolean;
  /** In pieces of any length. */
  open(name: string): AsyncIterable<Uint8Array>;
}

const piece = 1024 * 1024;

export const folderSource = (folder: string): Source => {
  const at = (name: string): string => path.join(folder, name);
  return {
    has: name => existsSync(at(name)) && statSync(at(name)).isFile(),
    open: name => createReadStream(at(name), { highWaterMark: piece }),
  };
};

export const memorySource = (files: ReadonlyMap<string, Uint8Array>): Source => ({
  has: name => files.has(name),
  open: async function* (name) {
    const bytes = files.get(name) ?? new Uint8Array();
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  },
});

export async function readWhole(source: Source, name: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const each of source.open(name)) pieces.push(each);
  return Buffer.concat(pieces);
}
