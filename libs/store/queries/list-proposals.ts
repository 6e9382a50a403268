// The list of proposals as somebody may see it, with its filters and orders: one statement a page, by keyset.
import type { DataSource } from 'typeorm';
import { definitions, emptyDossier, type Actor, type ProposalState, type Tier } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { filterId, searchable } from '../identifiers.js';
import { onBehalf, scopeOf, scopeValues, visibleProposal } from '../visible-to.js';
import { awaiting, awaitingValues } from './awaiting.js';
import { decodeCursor, keyPatterns, toPage, type Page, type PageRequest } from './page.js';
import { seenBy, type ProposalRow, type ProposalSeen } from './proposals.js';
import { sorts, type ProposalSort } from './sort-proposals.js';

export interface ProposalFilter {
  states?: ProposalState[] | null;
  tiers?: Tier[] | null;
  organisationId?: string | null;
  text?: string | null;
  awaitingMe?: boolean | null;
  authorId?: string | null;
  mine?: boolean | null;
  /** A sign-off that it requires and waits for, by key. */
  signOffWaiting?: string | null;
  hasOpenConcern?: boolean | null;
  updatedSince?: string | null;
}

const readWhole = '(viewer.sees_all or p.lead_organisation_id = any (viewer.leads))';

/** As `readConcern` in policy.ts. */
const visibleConcern = `(viewer.sees_all
  or (p.lead_organisation_id = any (viewer.leads) and (c ->> 'audience' = 'PARTIES'
    or (c #>> '{raisedBy,personId}')::uuid = viewer.me
    or (p.lead_organisation_id = any (viewer.reviews) and p.author_id <> viewer.me)))
  or ((c #>> '{raisedBy,organisationId}')::uuid = any (viewer.partner_of) and p.partner_ids && viewer.partner_of))`;

/** $7 to $22: filterValues. */
const filtered = `from proposal p, viewer where ${visibleProposal('p')}
  and ($7::text[] is null or p.state = any ($7))
  and ($8::text[] is null or p.tier = any ($8))
  and ($9::uuid is null or p.lead_organisation_id = $9)
  and ($10::text[] is null or p.letters like all ($10))
  and (not $11::boolean or ${awaiting(12)})
  and ($17::uuid is null or (p.author_id = $17 and (p.author_id = viewer.me or ${readWhole})))
  and (not $18::boolean or p.author_id = viewer.me)
  and ($19::text is null or (p.state in ('IN_REVIEW', 'AWAITING_DECISION') and p.workflow_key = any ($20::text[])
    and coalesce(p.outline #>> array['signOffs', $19, 'status'], 'PENDING') <> 'GIVEN' and ${readWhole}))
  and (not $21::boolean or exists (select from jsonb_array_elements(p.outline -> 'concerns') c
    where c ->> 'status' = 'OPEN' and ${visibleConcern}))
  and ($22::timestamptz is null or p.updated_at >= $22)`;
const afterFilter = 23;

/** The usual list has a statement of its own: without the filters' alternatives PostgreSQL reads it off the index, newest first. */
const unfiltered = `from proposal p, viewer where ${visibleProposal('p')}`;
const afterScope = 7;

/** What a page is read with: every combination is a statement of its own, made when it is first asked for. */
interface Kind {
  sort: ProposalSort;
  isFiltered: boolean;
  withDossiers: boolean;
}

const statements = new Map<string, Statement>();

function statementOf({ sort, isFiltered, withDossiers }: Kind): Statement {
  const name = ['proposal-page', sort, ...(isFiltered ? ['filtered'] : []), ...(withDossiers ? [] : ['lean'])].join(
    '-',
  );
  const known = statements.get(name);
  if (known) return known;
  const { key, type, order } = sorts[sort];
  const at = isFiltered ? afterFilter : afterScope;
  const comparison = order === 'desc' ? '<' : '>';
  const content = withDossiers ? 'p.content' : 'p.outline as content';
  const rows = `select p.* from (select p.number, ${content}, p.id, ${key} as sort_key ${isFiltered ? filtered : unfiltered}) p
    where ($${at}::${type} is null or (p.sort_key, p.id) ${comparison} ($${at}, $${at + 1}::uuid))
    order by p.sort_key ${order}, p.id ${order} limit $${at + 2}`;
  const made = { name, text: onBehalf(rows, `order by seen.sort_key ${order}, seen.id ${order}`) };
  statements.set(name, made);
  return made;
}

const count: Statement = {
  name: 'proposal-count',
  text: onBehalf(`select count(*)::integer as total ${filtered}`),
};

export interface ProposalPageRequest extends PageRequest {
  /** False: the proposals come with empty dossiers, which are neither unpacked nor sent nor parsed. */
  withDossiers?: boolean;
  sort?: ProposalSort;
}

interface Row extends ProposalRow {
  id: string;
  sort_key: Date | string | number;
}

export async function listProposals(
  dataSource: DataSource,
  actor: Actor,
  filter: ProposalFilter,
  { first, after, withDossiers = true, sort = 'UPDATED' }: ProposalPageRequest,
): Promise<Page<ProposalSeen>> {
  const keys = decodeCursor(after, [sorts[sort].pattern, keyPatterns.uuid]);
  const isFiltered = Object.values(filter).some(each => each !== null && each !== undefined);
  const statement = statementOf({ sort, isFiltered, withDossiers });
  const values = isFiltered ? filterValues(actor, filter) : scopeValues(scopeOf(actor));
  const rows = await withClient(dataSource, client => run<Row>(client, statement, [...values, ...keys, first + 1]));
  const seen = rows.flatMap(row => {
    const proposal = seenBy(actor, withDossiers ? row : withEmptyDossier(row));
    return proposal ? [{ proposal, key: [writtenKey(row.sort_key), row.id] }] : [];
  });
  return toPage(
    seen,
    first,
    ({ proposal }) => proposal,
    ({ key }) => key,
  );
}

const writtenKey = (key: Date | string | number): string => (key instanceof Date ? key.toISOString() : String(key));

const withEmptyDossier = ({ number, content }: ProposalRow): ProposalRow => ({
  number,
  content: { ...content, dossier: emptyDossier() },
});

/** Of all pages, counting only what this person may see. */
export async function countProposals(dataSource: DataSource, actor: Actor, filter: ProposalFilter): Promise<number> {
  const rows = await withClient(dataSource, client =>
    run<{ total: number }>(client, count, filterValues(actor, filter)),
  );
  return rows[0]?.total ?? 0;
}

function filterValues(actor: Actor, filter: ProposalFilter): unknown[] {
  const { signOffWaiting } = filter;
  return [
    ...scopeValues(scopeOf(actor)),
    filter.states ?? null,
    filter.tiers ?? null,
    filterId(filter.organisationId),
    filter.text?.trim() ? searchPatterns(filter.text) : null,
    filter.awaitingMe ?? false,
    ...awaitingValues(actor),
    filterId(filter.authorId),
    filter.mine ?? false,
    typeof signOffWaiting === 'string' ? searchable(signOffWaiting) : null,
    definitions.filter(({ signOffs }) => signOffs.some(({ key }) => key === signOffWaiting)).map(({ key }) => key),
    filter.hasOpenConcern ?? false,
    filter.updatedSince ?? null,
  ];
}

/** Every word has to occur, in any order, as `proposal.letters` holds it. */
const searchPatterns = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .trim()
    .split(/\s+/)
    .map(word => `%${escapePattern(word)}%`);

const escapePattern = (text: string): string => searchable(text).replaceAll(/[\\%_]/g, character => `\\${character}`);
