// Entries of the ledger as somebody may see them, by keyset over (time, stream, sequence). Words that survive are joined in.
import type { DataSource } from 'typeorm';
import type { Actor } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { filterId, isUuid, searchable, proposalStream } from '../identifiers.js';
import { committedPaths, joinWords, type Performer } from '../ledger/index.js';
import { onBehalf, scopeOf, scopeValues, visibleEntry } from '../visible-to.js';
import { decodeCursor, keyPatterns, toPage, type Page, type PageRequest } from './page.js';

export interface HistoryEntry {
  id: string;
  stream: string;
  proposalId: string | null;
  /** The number in its reference. */
  proposalNumber: number | null;
  sequence: number;
  /** Contiguous place in the whole ledger, null until the worker has given it one. */
  index: number | null;
  type: string;
  by: Performer;
  at: string;
  revision: number | null;
  commandId: string;
  hash: string;
  previousHash: string | null;
  payload: object;
  acknowledgement: Acknowledgement;
  /** Where it has words, and where it had some. */
  words: { path: string; isErased: boolean }[];
}

/** Durable; under a signed checkpoint; under enough cosignatures of witnesses. */
export type Acknowledgement = 'RECORDED' | 'SEALED' | 'WITNESSED';

export interface HistoryFilter {
  /**
   * What auditors read is left out, unless its stream or its type is asked for: every look at it would add to it. So are published
   * definitions and the log's own keys: they are no decisions, and long.
   */
  stream?: string | null;
  proposalId?: string | null;
  actorId?: string | null;
  organisationId?: string | null;
  /** In which the actor acted. */
  role?: string | null;
  types?: string[] | null;
  from?: string | null;
  to?: string | null;
  /** Of one stream: from and to, both included. */
  sequences?: { first: number; last: number };
}

interface Row {
  id: string;
  stream: string;
  proposal_id: string | null;
  proposal_number: string | null;
  sequence: number;
  index: string | null;
  type: string;
  actor_id: string;
  organisation_id: string;
  role: Performer['role'];
  at: Date;
  revision: number | null;
  command_id: string;
  hash: Buffer;
  previous_hash: Buffer | null;
  bytes: Buffer;
  words: { path: string; text: string }[] | null;
  /** Ids of concerns that a decision may name and this person may not know of. */
  hidden: string[] | null;
  acknowledgement: Acknowledgement;
}

/** A decision names the concerns it overruled: those among reviewers only to those who may see them. */
export const reviewsHere = `(viewer.sees_all or (e.lead_organisation_id = any (viewer.reviews) and p.author_id <> viewer.me))`;

const columns = `e.id, e.stream, e.proposal_id, p.number as proposal_number, e.sequence, l.index, e.type, e.actor_id, e.organisation_id, e.role, e.at,
  e.revision, e.command_id, e.hash, e.previous_hash, e.bytes,
  (select case when l.index < witnessed_size then 'WITNESSED' when l.index < sealed_size then 'SEALED' else 'RECORDED' end
    from tree_head) as acknowledgement,
  (select jsonb_agg(jsonb_build_object('path', w.path, 'text', w.words)) from entry_words w
    where w.stream = e.stream and w.sequence = e.sequence) as words,
  case when e.type = 'DecisionRecorded' and not ${reviewsHere} then (select jsonb_agg(c ->> 'id')
    from jsonb_array_elements(p.content -> 'concerns') c
    where c ->> 'audience' = 'REVIEWERS' and c #>> '{raisedBy,personId}' <> viewer.me::text) end as hidden`;

const pageText = (comparison: '<' | '>', order: 'asc' | 'desc'): string =>
  onBehalf(
    `select ${columns} from viewer, ledger_entry e
    left join proposal p on p.id = e.proposal_id
    left join ledger_position l on l.entry_id = e.id
  where ${visibleEntry('e', 'p')}
    and ($7::text is null or e.stream = $7)
    and (e.stream not in ('audit', 'definitions', 'ledger', 'erasures') or e.stream = $18 or e.type = any ($10))
    and ($18::text is null or e.stream = $18)
    and ($8::uuid is null or e.actor_id = $8)
    and ($9::uuid is null or e.organisation_id = $9)
    and ($20::text is null or e.role = $20)
    and ($10::text[] is null or e.type = any ($10))
    and ($11::timestamptz is null or e.at >= $11)
    and ($12::timestamptz is null or e.at <= $12)
    and ($13::integer is null or e.sequence between $13 and $14)
    and ($15::timestamptz is null or (e.at, e.stream, e.sequence) ${comparison} ($15, $16::text collate "C", $17::integer))
  order by e.at ${order}, e.stream ${order}, e.sequence ${order} limit $19`,
    `order by seen.at ${order}, seen.stream ${order}, seen.sequence ${order}`,
  );

const oldestFirst: Statement = { name: 'history-oldest-first', text: pageText('>', 'asc') };
const newestFirst: Statement = { name: 'history-newest-first', text: pageText('<', 'desc') };

export async function listHistory(
  dataSource: DataSource,
  actor: Actor,
  filter: HistoryFilter,
  { first, after, newest = false }: PageRequest & { newest?: boolean },
): Promise<Page<HistoryEntry>> {
  const key = decodeCursor(after, [keyPatterns.instant, keyPatterns.stream, keyPatterns.sequence]);
  const values = [
    ...scopeValues(scopeOf(actor)),
    ...filterValues(filter),
    ...key,
    streamOf(filter),
    first + 1,
    roleOf(filter),
  ];
  const rows = await withClient(dataSource, client => run<Row>(client, newest ? newestFirst : oldestFirst, values));
  return toPage(
    rows.map(toEntry),
    first,
    entry => entry,
    ({ at, stream, sequence }) => [at, stream, sequence],
  );
}

const streamOf = ({ stream }: HistoryFilter): string | null => (typeof stream === 'string' ? searchable(stream) : null);

const roleOf = ({ role }: HistoryFilter): string | null => (typeof role === 'string' ? searchable(role) : null);

const filterValues = ({
  proposalId,
  actorId,
  organisationId,
  types,
  from,
  to,
  sequences,
}: HistoryFilter): unknown[] => [
  typeof proposalId === 'string' ? proposalStream(filterId(proposalId)?.toLowerCase() ?? '') : null,
  filterId(actorId),
  filterId(organisationId),
  types?.map(searchable) ?? null,
  from ?? null,
  to ?? null,
  sequences?.first ?? null,
  sequences?.last ?? null,
];

function openPayload({ bytes, hidden }: Row): object {
  const { payload } = JSON.parse(bytes.toString('utf8')) as { payload: { overruled?: string[] } };
  if (!hidden || !payload.overruled) return payload;
  return { ...payload, overruled: payload.overruled.filter(id => !hidden.includes(id)) };
}

const wordsOf = (row: Row): HistoryEntry['words'] =>
  committedPaths(openPayload(row)).map(path => ({ path, isErased: !row.words?.some(each => each.path === path) }));

const toEntry = (row: Row): HistoryEntry => ({
  id: row.id,
  stream: row.stream,
  proposalId: row.proposal_id,
  proposalNumber: row.proposal_number === null ? null : Number(row.proposal_number),
  sequence: row.sequence,
  index: row.index === null ? null : Number(row.index),
  type: row.type,
  by: { personId: row.actor_id, organisationId: row.organisation_id, role: row.role },
  at: row.at.toISOString(),
  revision: row.revision,
  commandId: row.command_id,
  hash: row.hash.toString('hex'),
  previousHash: row.previous_hash?.toString('hex') ?? null,
  payload: joinWords(openPayload(row), row.words ?? []),
  acknowledgement: row.acknowledgement,
  words: wordsOf(row),
});

const byId: Statement = {
  name: 'history-entries',
  text: onBehalf(
    `select ${columns} from viewer, ledger_entry e
    left join proposal p on p.id = e.proposal_id left join ledger_position l on l.entry_id = e.id
    where e.id = any ($7::uuid[]) and ${visibleEntry('e', 'p')}`,
    'order by seen.at, seen.stream, seen.sequence',
  ),
};

/** Those of them that this person may see, oldest first. */
export const findHistoryEntries = (
  dataSource: DataSource,
  actor: Actor,
  ids: readonly string[],
): Promise<HistoryEntry[]> =>
  withClient(dataSource, async client => {
    const rows = await run<Row>(client, byId, [...scopeValues(scopeOf(actor)), ids]);
    return rows.map(toEntry);
  });

export const findHistoryEntry = async (
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<HistoryEntry | undefined> =>
  isUuid(id) ? (await findHistoryEntries(dataSource, actor, [id]))[0] : undefined;
