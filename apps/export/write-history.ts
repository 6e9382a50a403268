// The decision history for people: one line an entry, as CSV or as JSON Lines, names and words included.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { joinWords } from '#governance';
import { canonicalJson, formatLine, type CanonicalValue } from '#ledger';
import { ExportError, withSnapshot, type ExportedEntry, type Names, type Snapshot } from '#store';
import { csvLine } from '#csv';
import { nameParts, openPart } from './part.js';

export interface HistoryOrder {
  format: 'csv' | 'jsonl';
  /** A file that is not there yet. */
  file: string;
  withWords: boolean;
  say: (line: string) => void;
}

interface Said {
  type: string;
  proposal?: string;
  by: { person: string; organisation: string; role: string };
  at: string;
  version?: number;
  payload: object;
}

const columns = ['index', 'at', 'proposal', 'type', 'person', 'organisation', 'role', 'version', 'details'] as const;
type Line = Record<(typeof columns)[number], string | number | null>;

/** Answers the number of lines. Throws an ExportError. */
export async function writeHistory(dataSource: DataSource, order: HistoryOrder): Promise<number> {
  const { file } = order;
  if (existsSync(file))
    throw new ExportError(`There is a ${file} already. Nothing is written over it; name another file.`);
  const written = await withSnapshot(dataSource, order, snapshot => writeLines(snapshot, order));
  nameParts([file], path.dirname(path.resolve(file)));
  return written;
}

async function writeLines(snapshot: Snapshot, { file, format, withWords, say }: HistoryOrder): Promise<number> {
  const names = await snapshot.names();
  const shown = withWords ? names : { ...names, people: new Map(), organisations: new Map() };
  const part = openPart(file);
  let written = 0;
  if (format === 'csv') await part.write(csvLine(columns));
  for await (const page of snapshot.entries(0, withWords)) {
    const lines = page.filter(isDecisionHistory).map(entry => lineOf(entry, shown));
    written += lines.length;
    await part.write(
      lines.map(line => (format === 'csv' ? csvLine(columns.map(name => line[name])) : formatLine(line))).join(''),
    );
    say(`Entries: ${(page.at(-1)?.index ?? 0) + 1} of ${snapshot.size}.`);
  }
  await part.close();
  return written;
}

/** What auditors read, definitions and keys are in the bundle; here stand proposals and the directory. */
const isDecisionHistory = ({ stream }: ExportedEntry): boolean =>
  stream === 'directory' || stream.startsWith('proposal:');

function lineOf({ index, bytes, words }: ExportedEntry, { people, organisations, numbers }: Names): Line {
  const { type, proposal, by, at, version, payload } = JSON.parse(bytes.toString('utf8')) as Said;
  const number = proposal === undefined ? undefined : numbers.get(proposal);
  return {
    ...{ index, at, type, role: by.role, version: version ?? null },
    proposal: number === undefined ? null : `DSP-${String(number).padStart(4, '0')}`,
    person: people.get(by.person) ?? by.person,
    organisation: organisations.get(by.organisation) ?? by.organisation,
    details: canonicalJson(joinWords(payload, words) as CanonicalValue),
  };
}
