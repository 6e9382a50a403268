// A bundle: entries as exact bytes, leaves, words that survive, rows and the checkpoint over them. docs/verifying.md says what each is.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { currentCatalogue } from '#governance';
import { bundleFiles, bundleFormat, formatLine, toBase64, type BundleFile, type BundleManifest } from '#ledger';
import { ExportError, withSnapshot, type ExportedEntry, type Snapshot, type StateRow } from '#store';
import { measure, nameParts, openPart, partOf, type Part } from './part.js';
import { beginFrom, findBegun, type Begun } from './resume.js';

export interface BundleOrder {
  /** Where to: a folder that holds no complete bundle yet. */
  folder: string;
  /** An earlier bundle of the same ledger, whose entries need not be read again. */
  after?: string;
  withWords: boolean;
  /** The release that writes it. */
  product: string;
  say: (line: string) => void;
}

/** Goes on where an earlier run was stopped. Answers the number of entries. Throws an ExportError. */
export async function writeBundle(dataSource: DataSource, order: BundleOrder): Promise<number> {
  const { folder, after } = order;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(path.join(folder, bundleFiles.manifest)))
    throw new ExportError(`There is a bundle in ${folder} already. Nothing is written over it; name another folder.`);
  if (after !== undefined) beginFrom(after, folder);
  const begun = await findBegun(folder, dataSource);
  if (begun.entries > 0) order.say(`${begun.entries.toLocaleString('en-NZ')} entries are there already.`);
  return withSnapshot(dataSource, order, async snapshot => {
    const names = await writeFiles(snapshot, order, begun);
    await writeManifest(snapshot, order, names);
    nameParts(
      [...names, bundleFiles.manifest].map(name => path.join(folder, name)),
      folder,
    );
    return snapshot.size;
  });
}

/** Answers the names of the files, less the manifest's. */
async function writeFiles(snapshot: Snapshot, order: BundleOrder, begun: Begun): Promise<string[]> {
  const open = (name: BundleFile, keep = 0): Part => openPart(path.join(order.folder, bundleFiles[name]), keep);
  await writeEntries(snapshot, order, begun, {
    entries: open('entries', begun.bytes),
    leaves: open('leaves', begun.entries * 32),
  });
  if (order.withWords) await writeWords(snapshot, order, open('words'));
  await writeState(snapshot, order, open('state'));
  const checkpoint = open('checkpoint');
  await checkpoint.write(snapshot.note);
  await checkpoint.close();
  const { entries, leaves, words, state, checkpoint: note } = bundleFiles;
  return [entries, leaves, ...(order.withWords ? [words] : []), state, note];
}

async function writeEntries(
  { size, entries }: Snapshot,
  { say }: BundleOrder,
  begun: Begun,
  parts: { entries: Part; leaves: Part },
): Promise<void> {
  for await (const page of entries(begun.entries, false)) {
    await parts.entries.write(page.map(entryLine).join(''));
    await parts.leaves.write(Buffer.concat(page.map(({ leaf }) => leaf)));
    say(`Entries: ${progress(page, size)}.`);
  }
  await parts.entries.close();
  await parts.leaves.close();
}

const entryLine = ({ index, stream, sequence, bytes }: ExportedEntry): string =>
  formatLine({ index, stream, sequence, bytes: toBase64(bytes) });

const progress = (page: ExportedEntry[], size: number): string =>
  `${((page.at(-1)?.index ?? 0) + 1).toLocaleString('en-NZ')} of ${size.toLocaleString('en-NZ')}`;

async function writeWords({ size, entries }: Snapshot, { say }: BundleOrder, part: Part): Promise<void> {
  for await (const page of entries(0, true)) {
    await part.write(page.flatMap(wordsLines).join(''));
    say(`Words of entries: ${progress(page, size)}.`);
  }
  await part.close();
}

const wordsLines = ({ stream, sequence, words }: ExportedEntry): string[] =>
  words.map(({ path: place, salt, text }) =>
    formatLine({ stream, sequence, path: place, salt: toBase64(salt), words: text }),
  );

async function writeState({ state }: Snapshot, { say, withWords }: BundleOrder, part: Part): Promise<void> {
  let written = 0;
  for await (const rows of state()) {
    await part.write(rows.map(row => formatLine(withWords ? row : withoutContent(row))).join(''));
    written += rows.length;
    say(`Proposals: ${written.toLocaleString('en-NZ')}.`);
  }
  await part.close();
}

const withoutContent = ({ content: _, ...columns }: StateRow): object => columns;

async function writeManifest({ size }: Snapshot, order: BundleOrder, names: string[]): Promise<void> {
  const { folder, product } = order;
  const files: BundleManifest['files'] = {};
  for (const name of names) files[name] = await measure(partOf(path.join(folder, name)));
  const manifest: BundleManifest = {
    ...{ format: bundleFormat, product, catalogue: currentCatalogue.pin, entries: size, files },
  };
  const part = openPart(path.join(folder, bundleFiles.manifest));
  await part.write(formatLine(manifest));
  await part.close();
}
