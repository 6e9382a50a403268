// The database as the superuser reads it once everything has stopped: not through the api, and not through the store's queries.
import type pg from 'pg';

export interface StoredEntry {
  stream: string;
  sequence: number;
  id: string;
  type: string;
  proposal_id: string | null;
  actor_id: string;
  organisation_id: string;
  role: string;
  command_id: string;
  bytes: Buffer;
  hash: Buffer;
  previous_hash: Buffer | null;
  words: { path: string; salt: string; words: string }[];
  /** What the bytes say. */
  said: Said;
}

export interface Said {
  stream: string;
  sequence: number;
  previous: string | null;
  id: string;
  type: string;
  proposal?: string;
  by: { person: string; organisation: string; role: string };
  at: string;
  command: string;
  version?: number;
  payload: Record<string, unknown>;
}

export interface Receipt {
  person_id: string;
  command_id: string;
  proposal_id: string;
  first_sequence: number;
  last_sequence: number;
}

export interface Act {
  proposal_id: string;
  person_id: string;
  part: string;
  sign_off: string;
}

export interface Records {
  entries: StoredEntry[];
  receipts: Receipt[];
  acts: Act[];
  positions: { index: string; entry_id: string }[];
  outbox: string[];
  /** Signed notes. */
  checkpoints: string[];
  proposals: Record<string, unknown>[];
  /** Roles ever assigned, as `person role`. */
  roles: Set<string>;
}

const allEntries = `select e.*, coalesce((select jsonb_agg(jsonb_build_object('path', w.path, 'salt', encode(w.salt, 'hex'), 'words', w.words))
    from entry_words w where w.stream = e.stream and w.sequence = e.sequence), '[]') as words
  from ledger_entry e order by e.stream, e.sequence`;

export async function readRecords(client: pg.Client): Promise<Records> {
  const all = async <R extends object>(text: string): Promise<R[]> => (await client.query<R>(text)).rows;
  const entries = await all<StoredEntry>(allEntries);
  const roles = await all<{ held: string }>(`select person_id || ' ' || role as held from role_assignment`);
  return {
    entries: entries.map(entry => ({ ...entry, said: JSON.parse(entry.bytes.toString('utf8')) as Said })),
    receipts: await all('select * from command_receipt'),
    acts: await all('select proposal_id, person_id, part, sign_off from sign_off_act'),
    positions: await all('select index, entry_id from ledger_position order by index'),
    outbox: (await all<{ entry_id: string }>('select entry_id from outbox')).map(({ entry_id: id }) => id),
    checkpoints: (await all<{ note: string }>('select note from checkpoint order by size')).map(({ note }) => note),
    proposals: await all('select * from proposal'),
    roles: new Set(roles.map(({ held }) => held)),
  };
}

/** Grouped by what `of` says, in the order in which they come. */
export const groupBy = <T>(list: readonly T[], of: (one: T) => string): Map<string, T[]> => Map.groupBy(list, of);
