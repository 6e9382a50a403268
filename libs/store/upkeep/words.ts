// Are the words beside the ledger those that its entries commit to? Words may be erased; what stands there has to verify.
import type { Client } from 'pg';
import { commitmentTo, toHex } from '#ledger';
import { sha256 } from '../ledger/index.js';
import type { ChainFault } from './chains.js';
import { parsed, saidBy } from './said.js';

export interface WordsReport {
  /** Texts that were compared with their commitments. */
  texts: number;
  faults: ChainFault[];
}

interface Row {
  stream: string;
  sequence: number;
  path: string;
  salt: Buffer;
  words: string;
  bytes: Buffer;
}

const columns = `select w.stream, w.sequence, w.path, w.salt, w.words, e.bytes
  from entry_words w join ledger_entry e on e.stream = w.stream and e.sequence = w.sequence`;

const page = 1000;

/** All of them. `progress` is told after each thousand how many were compared. */
export async function inspectWords(client: Client, progress: (texts: number) => void): Promise<WordsReport> {
  const report: WordsReport = { texts: 0, faults: [] };
  const next = `${columns} where (w.stream, w.sequence, w.path) > ($1, $2, $3) order by w.stream, w.sequence, w.path limit ${page}`;
  let last: Pick<Row, 'stream' | 'sequence' | 'path'> = { stream: '', sequence: 0, path: '' };
  for (;;) {
    const { rows } = await client.query<Row>(next, [last.stream, last.sequence, last.path]);
    compare(report, rows);
    last = rows.at(-1) ?? last;
    progress(report.texts);
    if (rows.length < page) return report;
  }
}

/** Those of the entries that were recorded last. */
export async function spotCheckWords(client: Client, { texts = 1000 } = {}): Promise<WordsReport> {
  const report: WordsReport = { texts: 0, faults: [] };
  const { rows } = await client.query<Row>(`${columns} order by e.at desc, w.stream, w.sequence limit $1`, [texts]);
  compare(report, rows);
  return report;
}

function compare(report: WordsReport, rows: readonly Row[]): void {
  for (const row of rows) {
    report.texts += 1;
    if (isCommittedTo(row)) continue;
    const { stream, sequence, path } = row;
    const last = report.faults.at(-1);
    if (last?.stream === stream && last.sequence === sequence) continue; // an entry is named once
    const place = path === '' ? 'its words' : `its words at ${path}`;
    report.faults.push({ stream, sequence, what: `${place} are not those that it commits to` });
  }
}

type Node = Record<string, unknown>;

function isCommittedTo({ path, salt, words, bytes }: Row): boolean {
  const node = path
    .split('/')
    .slice(1)
    .reduce<Node | undefined>((at, step) => at?.[step] as Node | undefined, saidBy(bytes).payload as Node | undefined);
  const text = parsed(words);
  return text !== undefined && node?.['commitment'] === toHex(commitmentTo(sha256, salt, text));
}
