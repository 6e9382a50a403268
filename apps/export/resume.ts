// How far an earlier run came, or an earlier bundle goes: so many whole entries, with a leaf for each, of this very ledger.
import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { append, areEqual, bundleFiles, emptyRange, rootOf, type Sha256 } from '#ledger';
import { ExportError, rootAt } from '#store';
import { partOf, unname } from './part.js';

export interface Begun {
  entries: number;
  /** Length of those entries' lines. */
  bytes: number;
}

const leafLength = 32;
const newline = 0x0a;
const sha256: Sha256 = bytes => createHash('sha256').update(bytes).digest();

/** Throws an ExportError where what is there is of another ledger. */
export async function findBegun(folder: string, dataSource: DataSource): Promise<Begun> {
  const [entries, leaves] = [bundleFiles.entries, bundleFiles.leaves].map(name => path.join(folder, name));
  unname(entries!);
  unname(leaves!);
  if (!existsSync(partOf(entries!)) || !existsSync(partOf(leaves!))) return { entries: 0, bytes: 0 };
  const most = Math.floor(statSync(partOf(leaves!)).size / leafLength);
  const begun = await countLines(partOf(entries!), most);
  await expectSameLedger(partOf(leaves!), begun.entries, dataSource);
  return begun;
}

/** The files of an earlier bundle, to go on from: they are copied, and the earlier bundle stays as it is. */
export function beginFrom(earlier: string, folder: string): void {
  if (!existsSync(path.join(earlier, bundleFiles.manifest)))
    throw new ExportError(`${earlier} is no complete bundle: it has no ${bundleFiles.manifest}.`);
  for (const name of [bundleFiles.entries, bundleFiles.leaves])
    copyFileSync(path.join(earlier, name), partOf(path.join(folder, name)));
}

/** Whole lines, at most so many. */
async function countLines(file: string, most: number): Promise<Begun> {
  let [entries, bytes, offset] = [0, 0, 0];
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    const read = chunk as Buffer;
    for (let at = read.indexOf(newline); at >= 0 && entries < most; at = read.indexOf(newline, at + 1)) {
      entries += 1;
      bytes = offset + at + 1;
    }
    offset += read.length;
  }
  return { entries, bytes };
}

async function expectSameLedger(leaves: string, size: number, dataSource: DataSource): Promise<void> {
  const written = readFileSync(leaves);
  let range = emptyRange;
  for (let at = 0; at < size * leafLength; at += leafLength)
    range = append(sha256, range, written.subarray(at, at + leafLength));
  const root = await rootAt(dataSource, size).catch(() => undefined);
  if (!root || !areEqual(root, rootOf(sha256, range)))
    throw new ExportError(
      `The ${size} entries that were written before do not begin this ledger. Name another folder, or find out why: ` +
        'a ledger only ever grows.',
    );
}
