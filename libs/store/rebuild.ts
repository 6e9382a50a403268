// A proposal's row made again from its entries and the words that survive: the proof that the row is only their fold.
import type { DataSource } from 'typeorm';
import { evolve, type By, type Proposal, type RecordedEvent } from '#governance';
import { run, withClient, type Statement } from './connection.js';
import { joinWords } from './ledger/index.js';
import { proposalStream } from './identifiers.js';

interface StoredEntry {
  type: string;
  proposal: string;
  by: { person: string; organisation: string; role: By['role'] };
  at: string;
  version: number;
  payload: object;
}

interface Row {
  bytes: Buffer;
  words: { path: string; text: string }[] | null;
}

const entries: Statement = {
  name: 'entries-of-stream',
  text: `select e.bytes, (select jsonb_agg(jsonb_build_object('path', w.path, 'text', w.words)) from entry_words w
      where w.stream = e.stream and w.sequence = e.sequence) as words
    from ledger_entry e where e.stream = $1 and ($2::integer is null or e.sequence <= $2) and ($3::timestamptz is null or e.at <= $3)
    order by e.sequence`,
};

/** How far to fold: up to this sequence, up to this moment; to the end when neither is given. */
export interface Until {
  sequence?: number | null;
  at?: string | null;
}

/** Undefined when the stream is empty, or had not begun by then. */
export async function rebuildProposal(
  dataSource: DataSource,
  proposalId: string,
  { sequence, at }: Until = {},
): Promise<Proposal | undefined> {
  const values = [proposalStream(proposalId), sequence ?? null, at ?? null];
  const rows = await withClient(dataSource, client => run<Row>(client, entries, values));
  return rows.map(toEvent).reduce<Proposal | undefined>(evolve, undefined);
}

function toEvent({ bytes, words }: Row): RecordedEvent {
  const { type, proposal, by, at, version, payload } = JSON.parse(bytes.toString('utf8')) as StoredEntry;
  const circumstances = {
    proposalId: proposal,
    by: { personId: by.person, organisationId: by.organisation, role: by.role },
    at,
    version,
  };
  return { ...joinWords(payload, words ?? []), type, ...circumstances } as RecordedEvent;
}
