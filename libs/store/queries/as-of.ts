// Proposals as they stood at some time, folded from their entries: one by id, and the list of a day. Shown to those who may read
// them today, under today's rules.
import type { DataSource } from 'typeorm';
import { readingOf, readingOfPast, type Actor, type Proposal, type ProposalState, type Tier } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { filterId, proposalStream } from '../identifiers.js';
import { fold, storedEvents, type StoredEvent } from '../rebuild.js';
import { onBehalf, scopeOf, scopeValues, visibleProposal } from '../visible-to.js';
import { decodeCursor, encodeCursor, keyPatterns, toPage, type Page, type PageRequest } from './page.js';
import { findProposal, type ProposalSeen } from './proposals.js';

/** How far to fold: up to this sequence, up to this moment; to the end when neither is given. */
export interface Until {
  sequence?: number | null;
  at?: string | null;
}

const entriesUntil: Statement = {
  name: 'entries-until',
  text: onBehalf(
    storedEvents(
      '$7::text[]',
      `(select entered from asker) and ($8::integer is null or e.sequence <= $8)
        and ($9::timestamptz is null or e.at <= $9)`,
    ),
    'order by seen.stream, seen.sequence',
  ),
};

/** By stream: what each proposal was by then. One that had not begun is missing. */
async function foldUntil(
  dataSource: DataSource,
  actor: Actor,
  proposalIds: readonly string[],
  { sequence = null, at = null }: Until,
): Promise<Map<string, Proposal>> {
  if (proposalIds.length === 0) return new Map();
  const values = [...scopeValues(scopeOf(actor)), proposalIds.map(proposalStream), sequence, at];
  const rows = await withClient(dataSource, client => run<StoredEvent>(client, entriesUntil, values));
  const folded = [...Map.groupBy(rows, ({ stream }) => stream).values()].map(fold);
  return new Map(folded.filter(each => each !== undefined).map(each => [each.id, each]));
}

/** Undefined where it cannot be read today, could not have been read then, or had not begun. */
export async function findProposalAsOf(
  dataSource: DataSource,
  actor: Actor,
  id: string,
  until: Until,
): Promise<ProposalSeen | undefined> {
  const today = await findProposal(dataSource, actor, id);
  if (!today) return undefined;
  const then = await foldUntil(dataSource, actor, [today.proposal.id], until);
  return asSeenToday(actor, today, then.get(today.proposal.id));
}

function asSeenToday(actor: Actor, today: ProposalSeen, proposal: Proposal | undefined): ProposalSeen | undefined {
  const reading = proposal && readingOfPast(actor, proposal, today.reading);
  return reading && { number: today.number, proposal, reading };
}

export interface PortfolioFilter {
  states?: ProposalState[] | null;
  tiers?: Tier[] | null;
  organisationId?: string | null;
}

interface Row {
  number: string;
  content: Proposal;
  created_at: Date;
  id: string;
}

const candidates: Statement = {
  name: 'portfolio-candidates',
  text: onBehalf(
    `select p.number, p.content, p.created_at, p.id from proposal p, viewer where ${visibleProposal('p')}
      and p.created_at <= $7::timestamptz
      and (p.updated_at > $7 or (($8::text[] is null or p.state = any ($8)) and ($9::text[] is null or p.tier = any ($9))))
      and ($10::uuid is null or p.lead_organisation_id = $10)
      and ($11::timestamptz is null or (p.created_at, p.id) < ($11, $12::uuid))
      order by p.created_at desc, p.id desc limit $13`,
    'order by seen.created_at desc, seen.id desc',
  ),
};

/** Rows looked at for one page: folding them is the work, so it is bounded, whatever the filter leaves of them. */
const lookedAt = 101;

/**
 * The proposals there were at that moment, as they stood then, those begun last first. A page may be shorter than asked for, or empty,
 * though there is more.
 */
export async function listPortfolioAsOf(
  dataSource: DataSource,
  actor: Actor,
  at: string,
  filter: PortfolioFilter,
  { first, after }: PageRequest,
): Promise<Page<ProposalSeen>> {
  const [instant = null, id = null] = decodeCursor(after, [keyPatterns.instant, keyPatterns.uuid]);
  const rows = await readCandidates(dataSource, actor, [at, ...filterValues(filter), instant, id, lookedAt]);
  const stood = await asTheyStood(dataSource, actor, at, rows);
  const page = toPage(
    stood.filter(({ proposal }) => matches(proposal, filter)),
    first,
    each => each,
    ({ proposal }) => [proposal.createdAt, proposal.id],
  );
  const last = rows.length === lookedAt ? rows.at(-1) : undefined;
  if (page.hasNextPage || !last) return page;
  return { ...page, hasNextPage: true, end: encodeCursor([last.created_at.toISOString(), last.id]) };
}

const filterValues = ({ states, tiers, organisationId }: PortfolioFilter): unknown[] => [
  states ?? null,
  tiers ?? null,
  filterId(organisationId),
];

const matches = ({ state, tier }: Proposal, { states, tiers }: PortfolioFilter): boolean =>
  (!states || states.includes(state)) && (!tiers || tiers.includes(tier));

const readCandidates = (dataSource: DataSource, actor: Actor, values: unknown[]): Promise<Row[]> =>
  withClient(dataSource, client => run<Row>(client, candidates, [...scopeValues(scopeOf(actor)), ...values]));

/** A row that has not changed since is what it was; the others are folded. */
async function asTheyStood(
  dataSource: DataSource,
  actor: Actor,
  at: string,
  rows: readonly Row[],
): Promise<ProposalSeen[]> {
  const hasChanged = ({ content }: Row): boolean => Date.parse(content.updatedAt) > Date.parse(at);
  const changed = rows.filter(hasChanged).map(({ id }) => id);
  const then = await foldUntil(dataSource, actor, changed, { at });
  return rows
    .map(row => {
      const reading = readingOf(actor, row.content);
      const today = reading && { number: Number(row.number), proposal: row.content, reading };
      return today && asSeenToday(actor, today, hasChanged(row) ? then.get(row.id) : row.content);
    })
    .filter(each => each !== undefined);
}
