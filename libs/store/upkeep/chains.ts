// The chains of the ledger gone through link by link: is each entry what its hash says, and does it follow from the one before?
import type { Client } from 'pg';
import { leafHash } from '#ledger';
import { sha256 } from '../ledger/index.js';
import { saidBy } from './said.js';

/** A place at which the history does not fit together, in words for an operator. */
export interface ChainFault {
  stream: string;
  sequence: number;
  what: string;
}

export interface ChainReport {
  streams: number;
  entries: number;
  faults: ChainFault[];
}

const noneYet = (): ChainReport => ({ streams: 0, entries: 0, faults: [] });

interface Link {
  stream: string;
  sequence: number;
  id: string;
  type: string;
  bytes: Buffer;
  hash: Buffer;
  previous_hash: Buffer | null;
  /** Of its stream, as the row of the proposal or of the head has it; null when there is none. */
  head_sequence: number | null;
  head_hash: Buffer | null;
  is_last: boolean;
}

const heads = `
  select 'proposal:' || id as stream, last_sequence as sequence, last_hash as hash, updated_at as at from proposal
  union all select stream, sequence, hash, now() from stream_head`;

const links = `with heads as (${heads})
  select e.stream, e.sequence, e.id, e.type, e.bytes, e.hash, e.previous_hash, h.sequence as head_sequence,
    h.hash as head_hash, not exists (
      select from ledger_entry f where f.stream = e.stream and f.sequence > e.sequence) as is_last
  from ledger_entry e left join heads h on h.stream = e.stream
  where (e.stream, e.sequence) > ($1, $2) order by e.stream, e.sequence limit $3`;

/** Heads whose entry is not there: the end of a stream, or all of it, was removed. */
const lostHeads = `with heads as (${heads})
  select stream, sequence from heads h where sequence > 0 and not exists (
    select from ledger_entry e where e.stream = h.stream and e.sequence = h.sequence) order by stream limit 100`;

async function findLostHeads(client: Client, { faults }: ChainReport): Promise<void> {
  const { rows } = await client.query<{ stream: string; sequence: number }>(lostHeads);
  for (const head of rows) faults.push({ ...head, what: 'the head of its stream names it, and it is not there' });
}

const page = 1000;

/** Every entry of every stream. `progress` is told after each thousand how many were looked at. */
export async function inspectChains(client: Client, progress: (entries: number) => void): Promise<ChainReport> {
  const report = noneYet();
  await findLostHeads(client, report);
  let last: Link | undefined;
  for (;;) {
    const { rows } = await client.query<Link>(links, [last?.stream ?? '', last?.sequence ?? 0, page]);
    for (const link of rows) {
      follow(report, link, last?.stream === link.stream ? last : undefined, 1);
      last = link;
    }
    progress(report.entries);
    if (rows.length < page) return report;
  }
}

const lastLinks = `with heads as (${heads})
  select e.stream, e.sequence, e.id, e.type, e.bytes, e.hash, e.previous_hash, h.sequence as head_sequence,
    h.hash as head_hash, e.place = 1 as is_last
  from (select * from heads order by at desc limit $1) h cross join lateral (
    select f.*, row_number() over (order by f.sequence desc) as place
    from ledger_entry f where f.stream = h.stream order by f.sequence desc limit $2) e
  order by e.stream, e.sequence`;

/** The last entries of the streams that were written to last: a quick look that finds what was cut off or changed of late. */
export async function spotCheckChains(client: Client, { streams = 200, entries = 20 } = {}): Promise<ChainReport> {
  const report = noneYet();
  await findLostHeads(client, report);
  const { rows } = await client.query<Link>(lastLinks, [streams, entries]);
  let last: Link | undefined;
  for (const link of rows) {
    const before = last?.stream === link.stream ? last : undefined;
    follow(report, link, before, before ? 1 : link.sequence);
    last = link;
  }
  return report;
}

/** `first` is the number that an entry without one before it in this look has to have. */
function follow(report: ChainReport, link: Link, before: Link | undefined, first: number): void {
  const { stream, sequence } = link;
  report.entries += 1;
  if (!before) report.streams += 1;
  for (const what of faultsOf(link, before, first)) report.faults.push({ stream, sequence, what });
}

const same = (one: Buffer | null, other: Buffer | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

function* faultsOf(link: Link, before: Link | undefined, first: number): Generator<string> {
  const { sequence, previous_hash: previous } = link;
  if (sequence !== (before ? before.sequence + 1 : first)) yield 'an entry before it is missing';
  else if (before && !same(previous, before.hash)) yield 'it does not name the hash of the entry before it';
  if (!same(link.hash, Buffer.from(leafHash(sha256, link.bytes)))) yield 'its bytes do not hash to its hash';
  else if (!agrees(link)) yield 'its columns do not say what its bytes say';
  if (!link.is_last) return;
  if (link.head_sequence !== sequence || !same(link.head_hash, link.hash)) yield 'it is not the head of its stream';
}

function agrees({ bytes, stream, sequence, id, type, previous_hash }: Link): boolean {
  const said = saidBy(bytes);
  const previous = previous_hash?.toString('hex') ?? null;
  return (
    said.stream === stream &&
    said.sequence === sequence &&
    said.id === id &&
    said.type === type &&
    said.previous === previous
  );
}
