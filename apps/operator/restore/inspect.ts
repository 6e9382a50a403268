// After a restore: does the database hold what its manifest says, and does it hold together?
import { isDeepStrictEqual } from 'node:util';
import {
  inspectChains,
  inspectDirectory,
  inspectRows,
  inspectWords,
  readContents,
  type ChainFault,
  type Contents,
} from '#store';
import type { Client } from 'pg';
import { withOwner, withStore } from '../installation.js';
import { count, sparingly } from '../progress.js';

export interface Inspection {
  /** What was looked at and found right, a sentence each. */
  right: string[];
  /** What was not. */
  wrong: string[];
}

interface Order {
  expected: Contents;
  /** Rows to compare with their entries; all unless given. */
  sample?: number;
  say: (line: string) => void;
}

export async function inspect(url: string, { expected, sample, say }: Order): Promise<Inspection> {
  const found: Inspection = { right: [], wrong: [] };
  const told = sparingly(say);
  await withOwner(url, { readOnly: true }, async client => {
    compare(found, await readContents(client), expected);
    await followChains(found, client, entries =>
      told(`${count(entries, 'entry', 'entries')} of ${expected.entries} followed …`),
    );
    await compareWords(found, client, texts => told(`${count(texts, 'text')} compared with their commitments …`));
    await compareDirectory(found, client);
  });
  await compareRows(found, url, { expected, sample, say: told });
  return found;
}

const most = 10;

type Progress = (done: number) => void;

async function followChains(found: Inspection, client: Client, progress: Progress): Promise<void> {
  const { faults, streams, entries } = await inspectChains(client, progress);
  const all = `${count(streams, 'stream')} with ${count(entries, 'entry', 'entries')}`;
  if (faults.length === 0) found.right.push(`${all}: each names the hash of the one before it.`);
  tellFaults(found, faults, 'of the chains');
}

async function compareWords(found: Inspection, client: Client, progress: Progress): Promise<void> {
  const { faults, texts } = await inspectWords(client, progress);
  if (faults.length === 0) found.right.push(`${count(texts, 'text')}: each is what its entry commits to.`);
  tellFaults(found, faults, 'of the words');
}

function tellFaults({ wrong }: Inspection, faults: readonly ChainFault[], where: string): void {
  for (const { stream, sequence, what } of faults.slice(0, most)) wrong.push(`${stream} ${sequence}: ${what}.`);
  if (faults.length > most) wrong.push(`… and ${count(faults.length - most, 'more fault')} ${where}.`);
}

async function compareDirectory({ right, wrong }: Inspection, client: Client): Promise<void> {
  const { rows, differing } = await inspectDirectory(client);
  if (differing.length === 0)
    right.push(`${count(rows, 'row')} of the directory: each is what its entries make of it.`);
  for (const row of differing.slice(0, most)) wrong.push(`The directory’s ${row} is not what its entries make of it.`);
  if (differing.length > most) wrong.push(`… and ${count(differing.length - most, 'more row')} of the directory.`);
}

function compare({ right, wrong }: Inspection, contents: Contents, expected: Contents): void {
  const { entries, proposals } = contents;
  if (isDeepStrictEqual(contents, expected))
    right.push(
      `${count(proposals, 'proposal')}, ${count(entries, 'entry', 'entries')} and the heads of all streams are those of the manifest.`,
    );
  else
    wrong.push(
      `It does not hold what its manifest says: ${entries} entries instead of ${expected.entries}, ` +
        `${proposals} proposals instead of ${expected.proposals}, or other heads or migrations.`,
    );
}

async function compareRows({ right, wrong }: Inspection, url: string, { sample, say }: Order): Promise<void> {
  const progress = (done: number, of: number): void => say(`${done} of ${count(of, 'proposal')} folded …`);
  const { compared, proposals, differing } = await withStore(url, dataSource =>
    inspectRows(dataSource, { sample, progress }),
  );
  const some = compared === proposals ? '' : ` of ${proposals}`;
  if (differing.length === 0)
    right.push(`${count(compared, 'proposal')}${some}: each row is what its entries make of it.`);
  for (const id of differing.slice(0, most))
    wrong.push(`The row of proposal ${id} is not what its entries make of it.`);
  if (differing.length > most) wrong.push(`… and ${count(differing.length - most, 'more row')}.`);
}
