// Adds entries to a stream that has no row of its own: the directory, what auditors read. The stream's head is locked until the
// transaction ends, so such a stream grows one act at a time.
import { run, type PgClient, type Statement } from './connection.js';
import { makeEntries, type Act, type Entry, type EntryInput, type Head } from './ledger/index.js';

const lockHead: Statement = {
  name: 'lock-stream-head',
  text: 'select sequence, hash from stream_head where stream = $1 for update',
};

/** Waits for whoever is adding to the stream. Throws when the database has no such stream. */
export async function lockStream(client: PgClient, stream: string): Promise<Head> {
  const [head] = await run<Head>(client, lockHead, [stream]);
  if (!head) throw new Error(`There is no stream ${stream}: the database is not migrated.`);
  return head;
}

export const enterScope: Statement = { name: 'enter-scope', text: 'select enter_scope($1)' };

const append: Statement = {
  name: 'append-entries',
  text: `with entries as (
      insert into ledger_entry (stream, sequence, id, type, actor_id, organisation_id, role, at, command_id, bytes, hash,
          previous_hash)
        select $1, e.sequence, e.id, e.type, $2, $3, $4, $5, $6, e.bytes, e.hash, e.previous
        from unnest($7::integer[], $8::uuid[], $9::text[], $10::bytea[], $11::bytea[], $12::bytea[])
          as e (sequence, id, type, bytes, hash, previous)),
    words as (
      insert into entry_words (stream, sequence, path, salt, words)
        select $1, w.* from unnest($13::integer[], $14::text[], $15::bytea[], $16::text[]) as w),
    enqueued as (insert into outbox (entry_id) select unnest($8::uuid[]))
    update stream_head set sequence = $17, hash = $18 where stream = $1`,
};

/** After this returns and the transaction commits, the entries are durable and not sealed yet. Answers the new head. */
export async function appendTo(client: PgClient, act: Act, head: Head, inputs: EntryInput[]): Promise<Head> {
  const entries = makeEntries(act, head, inputs);
  const last = entries.at(-1);
  if (!last) return head;
  await run(client, enterScope, [act.by.personId]);
  await run(client, append, [
    ...actColumns(act),
    ...entryColumns(entries),
    ...wordColumns(entries),
    last.sequence,
    last.hash,
  ]);
  return last;
}

const actColumns = ({ stream, by, at, commandId }: Act): unknown[] => [
  stream,
  by.personId,
  by.organisationId,
  by.role,
  at,
  commandId,
];

const entryColumns = (entries: Entry[]): unknown[] => [
  entries.map(({ sequence }) => sequence),
  entries.map(({ id }) => id),
  entries.map(({ type }) => type),
  entries.map(({ bytes }) => bytes),
  entries.map(({ hash }) => hash),
  entries.map(({ previousHash }) => previousHash),
];

function wordColumns(entries: Entry[]): unknown[] {
  const words = entries.flatMap(({ sequence, words: own }) => own.map(each => ({ ...each, sequence })));
  return [
    words.map(({ sequence }) => sequence),
    words.map(({ path }) => path),
    words.map(({ salt }) => salt),
    words.map(({ text }) => text),
  ];
}
