// Entries by their index, a page at a time, with the words that survive of each.
import { run, type PgClient, type Statement } from '../connection.js';

export interface ExportedWords {
  path: string;
  salt: Buffer;
  text: string;
}

export interface ExportedEntry {
  index: number;
  stream: string;
  sequence: number;
  bytes: Buffer;
  /** As the tree has it: 32 bytes. */
  leaf: Buffer;
  /** By path; empty where they were not asked for. */
  words: ExportedWords[];
}

interface Row {
  index: string;
  stream: string;
  sequence: number;
  bytes: Buffer;
  leaf: Buffer;
}

const entries: Statement = {
  name: 'export-entries',
  text: `select l.index, e.stream, e.sequence, e.bytes, n.hash as leaf
    from ledger_position l join ledger_entry e on e.id = l.entry_id
    join tree_node n on n.level = 0 and n.index = l.index
    where l.index >= $1 and l.index < $2 order by l.index`,
};

const words: Statement = {
  name: 'export-words',
  text: `select l.index, w.path, w.salt, w.words as text
    from ledger_position l join ledger_entry e on e.id = l.entry_id
    join entry_words w on w.stream = e.stream and w.sequence = e.sequence
    where l.index >= $1 and l.index < $2 order by l.index, w.path`,
};

/** Entries read at once: large enough to be quick, small enough for entries of any size. */
const page = 500;

interface Range {
  first: number;
  end: number;
  withWords: boolean;
}

export async function* readRange(client: PgClient, { first, end, withWords }: Range): AsyncGenerator<ExportedEntry[]> {
  for (let from = first; from < end; from += page) {
    const range = [from, Math.min(from + page, end)];
    const rows = await run<Row>(client, entries, range);
    const found = withWords ? await run<ExportedWords & { index: string }>(client, words, range) : [];
    const byIndex = Map.groupBy(found, ({ index }) => index);
    yield rows.map(row => ({ ...row, index: Number(row.index), words: byIndex.get(row.index) ?? [] }));
  }
}
