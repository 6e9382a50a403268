// The log as its signer meets it in the database: how far the tree has grown, what was signed over it, and whose keys it had.
import type { DataSource } from 'typeorm';
import { parseNote, type DeclaredLoss, type KeyRotation } from '#ledger';
import { appendTo, lockStream } from '../append.js';
import { inTransaction, run, withClient, type PgClient, type Statement } from '../connection.js';
import { ledgerStream, systemActor } from '../ledger/index.js';
import type { SystemAct } from './publish.js';

/** An entry of the stream `ledger`: a key of the log, or of the one that begins where this one was lost. */
export type KeyEvent =
  | { type: 'SigningKeyIntroduced'; key: string }
  | ({ type: 'SigningKeyRotated' } & KeyRotation)
  | ({ type: 'HistoryLost' } & DeclaredLoss);

export interface RecordedKey {
  event: KeyEvent;
  /** Its place in the whole ledger; null until it has one. */
  index: number | null;
}

export interface StoredCheckpoint {
  size: number;
  root: Uint8Array;
  /** The signed note, as the log alone signed it. */
  note: string;
}

export interface LogStanding {
  /** Leaves of the tree. */
  size: number;
  /** The largest checkpoint published. */
  latest?: StoredCheckpoint;
  /** In the order of their stream: the first one, then each rotation and each loss. */
  keys: RecordedKey[];
}

interface StandingRow {
  size: string;
  latest_size: string | null;
  root: Buffer | null;
  note: string | null;
  keys: RecordedKey[];
}

const standing: Statement = {
  name: 'log-standing',
  text: `select t.size, c.size as latest_size, c.root, c.note,
      (select coalesce(jsonb_agg(jsonb_build_object('index', l.index,
          'event', convert_from(e.bytes, 'UTF8')::jsonb -> 'payload') order by e.sequence), '[]')
        from ledger_entry e left join ledger_position l on l.entry_id = e.id where e.stream = $1) as keys
    from tree_head t left join lateral (select size, root, note from checkpoint order by size desc limit 1) c on true`,
};

/** One statement: all of it as it was at one moment. */
export const logStanding = (dataSource: DataSource): Promise<LogStanding> =>
  withClient(dataSource, async client => {
    const [row] = await run<StandingRow>(client, standing, [ledgerStream]);
    if (!row) throw new Error('There is no tree head: the database is not migrated.');
    const { size, latest_size: latestSize, root, note, keys } = row;
    const latest = root && note ? { size: Number(latestSize), root, note } : undefined;
    return { size: Number(size), ...(latest ? { latest } : {}), keys };
  });

/** Adds the event. False, and nothing is added, when the stream has gone on since it had `known` entries. */
export const recordKey = (
  dataSource: DataSource,
  { at, newId }: SystemAct,
  event: KeyEvent,
  known: number,
): Promise<boolean> =>
  inTransaction(dataSource, async client => {
    const head = await lockStream(client, ledgerStream);
    if (head.sequence !== known) return false;
    const act = { stream: ledgerStream, by: systemActor, at, commandId: newId() };
    await appendTo(client, act, head, [{ id: newId(), type: event.type, event }]);
    return true;
  });

const insert: Statement = {
  name: 'insert-checkpoint',
  text: `insert into checkpoint (size, root, note, signed_at) values ($1, $2, $3, now()) on conflict do nothing`,
};

const seal: Statement = {
  name: 'seal-tree',
  text: `update tree_head set sealed_size = greatest(sealed_size, $1), refusal = null,
    unsealed_since = case when size > $1 then now() end where size >= $1`,
};

/** After this the tree's first `size` entries are sealed. The same checkpoint again changes nothing. */
export const publishCheckpoint = (dataSource: DataSource, { size, root, note }: StoredCheckpoint): Promise<void> =>
  inTransaction(dataSource, async client => {
    if (!parseNote(note)) throw new Error(`The checkpoint of ${size} entries is no signed note.`);
    await run(client, insert, [size, root, note]);
    await run(client, seal, [size]);
  });

const refuse: Statement = {
  name: 'refuse-sealing',
  text: 'update tree_head set refusal = $1 where refusal is distinct from $1',
};

/** Why nothing is signed, for those who ask elsewhere; null when it is again. */
export const tellRefusal = (dataSource: DataSource, refusal: string | null): Promise<void> =>
  withClient(dataSource, async (client: PgClient) => void (await run(client, refuse, [refusal])));
