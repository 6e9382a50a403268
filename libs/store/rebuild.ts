// Proposals made again from their entries and the words that survive: the proof that a row is only their fold.
import type { DataSource } from 'typeorm';
import { evolve, type By, type Proposal, type RecordedEvent } from '#governance';
import { run, withClient, type Statement } from './connection.js';
import { proposalStream } from './identifiers.js';
import { committedPaths, joinWords } from './ledger/index.js';

interface StoredEntry {
  type: string;
  proposal: string;
  by: { person: string; organisation: string; role: By['role'] };
  at: string;
  version: number;
  payload: object;
}

export interface StoredEvent {
  stream: string;
  sequence: number;
  id: string;
  audience: string;
  bytes: Buffer;
  words: { path: string; text: string }[] | null;
}

/** Rows of StoredEvent: the entries `e` of the streams in `streams` for which `condition` holds, in the order of each stream. */
export const storedEvents = (streams: string, condition: string): string => `select e.stream, e.bytes,
    (select jsonb_agg(jsonb_build_object('path', w.path, 'text', w.words)) from entry_words w
      where w.stream = e.stream and w.sequence = e.sequence) as words, e.sequence, e.id, e.audience
  from ledger_entry e where e.stream = any (${streams}) and ${condition} order by e.stream, e.sequence`;

const whole: Statement = { name: 'entries-of-stream', text: storedEvents('$1::text[]', 'true') };

/**
 * Undefined when the stream is empty. For a connection that reads every row (the auditor's, or the owner's in maintenance): under
 * row-level security the application's finds nothing here. What somebody may see of the past is in queries/as-of.ts.
 */
export const rebuildProposal = async (dataSource: DataSource, proposalId: string): Promise<Proposal | undefined> =>
  fold(await eventsOf(dataSource, proposalId));

/** All events of a proposal, for a connection like that of `rebuildProposal`. */
export const eventsOf = (dataSource: DataSource, proposalId: string): Promise<StoredEvent[]> =>
  withClient(dataSource, client => run<StoredEvent>(client, whole, [[proposalStream(proposalId)]]));

/** The events of one stream, in its order. */
export function fold(events: readonly StoredEvent[]): Proposal | undefined {
  const proposal = events.map(recordedEvent).reduce<Proposal | undefined>(evolve, undefined);
  return proposal && events.some(lacksWords) ? { ...proposal, hasErasedWords: true } : proposal;
}

/** What the entry says to everyone: open fields and commitments. */
export const openPayload = ({ bytes }: Pick<StoredEvent, 'bytes'>): object =>
  (JSON.parse(bytes.toString('utf8')) as StoredEntry).payload;

export const lacksWords = (event: StoredEvent): boolean =>
  committedPaths(openPayload(event)).length > (event.words?.length ?? 0);

/** Without its words it is as it would be after all of them were erased: whatever depends on none of them is the same. */
export function recordedEvent({ bytes, words }: Pick<StoredEvent, 'bytes' | 'words'>): RecordedEvent {
  const { type, proposal, by, at, version, payload } = JSON.parse(bytes.toString('utf8')) as StoredEntry;
  const circumstances = {
    proposalId: proposal,
    by: { personId: by.person, organisationId: by.organisation, role: by.role },
    at,
    version,
  };
  return { ...joinWords(payload, words ?? []), type, ...circumstances } as RecordedEvent;
}
