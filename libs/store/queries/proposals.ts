// Proposals as somebody may see them: one by id, and the list with its filters, newest change first. One statement each.
import type { DataSource } from 'typeorm';
import {
  definitions,
  emptyDossier,
  readingOf,
  type Actor,
  type Proposal,
  type ProposalState,
  type Reading,
  type Tier,
} from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { filterId, isUuid, searchable } from '../identifiers.js';
import { onBehalf, organisationsAs, scopeOf, scopeValues, visibleProposal } from '../visible-to.js';
import { decodeCursor, keyPatterns, toPage, type Page, type PageRequest } from './page.js';

export interface ProposalSeen {
  number: number;
  /** The stored proposal, whole: for rules to judge. Shown is only `reading.proposal`. */
  proposal: Proposal;
  reading: Reading;
}

interface Row {
  number: string;
  content: Proposal;
}

const byId: Statement = {
  name: 'proposal-by-id',
  text: onBehalf(`select p.number, p.content from proposal p, viewer where p.id = $7 and ${visibleProposal('p')}`),
};

/** Undefined when it does not exist or is not this person's to read: one answer for both. */
export async function findProposal(
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<ProposalSeen | undefined> {
  if (!isUuid(id)) return undefined;
  const rows = await withClient(dataSource, client => run<Row>(client, byId, [...scopeValues(scopeOf(actor)), id]));
  return rows[0] && seenBy(actor, rows[0]);
}

const byPart: Statement = {
  name: 'proposal-by-part',
  text: onBehalf(`select p.number, p.content from proposal p, viewer where ${visibleProposal('p')}
    and (p.content @@ ('$.concerns[*].id == "' || $7 || '"')::jsonpath
      or p.content @@ ('$.signOffs.*.conditions[*].id == "' || $7 || '"')::jsonpath
      or p.content @@ ('$.decision.conditions[*].id == "' || $7 || '"')::jsonpath) limit 1`),
};

/** The proposal that holds the concern or condition of this id, if this person may read that proposal. */
export async function findProposalOfPart(
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<ProposalSeen | undefined> {
  if (!isUuid(id)) return undefined;
  const rows = await withClient(dataSource, client => run<Row>(client, byPart, [...scopeValues(scopeOf(actor)), id]));
  return rows[0] && seenBy(actor, rows[0]);
}

function seenBy(actor: Actor, { number, content }: Row): ProposalSeen | undefined {
  const reading = readingOf(actor, content);
  return reading && { number: Number(number), proposal: content, reading };
}

export interface ProposalFilter {
  states?: ProposalState[] | null;
  tiers?: Tier[] | null;
  organisationId?: string | null;
  text?: string | null;
  awaitingMe?: boolean | null;
}

/** Title and reference as they are searched: without macrons or other marks, in lower case. */
const folded = `regexp_replace(normalize(lower(coalesce(p.title, '') || ' DSP-' || lpad(p.number::text, 4, '0')), NFD), '[\\u0300-\\u036f]', '', 'g')`;

/** $7 to $14: states, tiers, organisation, text pattern, awaiting me, and what may await me. */
const filtered = `from proposal p, viewer where ${visibleProposal('p')}
  and ($7::text[] is null or p.state = any ($7))
  and ($8::text[] is null or p.tier = any ($8))
  and ($9::uuid is null or p.lead_organisation_id = $9)
  and ($10::text[] is null or ${folded} like all ($10))
  and (not $11::boolean
    or (p.author_id = viewer.me and p.state in ('DRAFTING', 'RETURNED'))
    or (p.state in ('IN_REVIEW', 'AWAITING_DECISION') and exists (
      select from unnest($12::text[], $13::text[], $14::uuid[]) as mine (workflow, sign_off, organisation)
      where mine.workflow = p.workflow_key and mine.organisation = p.lead_organisation_id
        and coalesce(p.content #>> array['signOffs', mine.sign_off, 'status'], 'PENDING') <> 'GIVEN'))
    or (p.state = 'AWAITING_DECISION' and p.lead_organisation_id = any ($15::uuid[]))
    or (p.state in ('IN_REVIEW', 'RETURNED', 'AWAITING_DECISION') and exists (
      select from jsonb_array_elements(p.content -> 'concerns') c where case c ->> 'status'
        when 'OPEN' then p.lead_organisation_id = any ($16::uuid[])
          or (p.author_id = viewer.me and c ->> 'audience' = 'PARTIES')
        when 'ANSWERED' then p.author_id <> viewer.me and ((c #>> '{raisedBy,personId}')::uuid = viewer.me
          or (c #>> '{raisedBy,organisationId}')::uuid = any (viewer.partner_of))
        else false end)))`;

/** Dossiers are most of a content; they are left out of the rows of this page, not of the rows that it is chosen from. */
const paged = (where: string, after: number, columns: string): string => {
  const page = `select p.number, p.content, p.updated_at, p.id ${where}
    and ($${after}::timestamptz is null or (p.updated_at, p.id) < ($${after}, $${after + 1}::uuid))
    order by p.updated_at desc, p.id desc limit $${after + 2}`;
  return onBehalf(
    `select ${columns}, p.updated_at, p.id from (${page}) p`,
    'order by seen.updated_at desc, seen.id desc',
  );
};

const whole = 'p.number, p.content';
const lean = `p.number, p.content - 'dossier' as content`;

/** The usual list has a statement of its own: without the filters' alternatives PostgreSQL reads it off the index, newest first. */
const unfiltered = `from proposal p, viewer where ${visibleProposal('p')}`;

const pages = {
  unfiltered: {
    whole: { name: 'proposal-page', text: paged(unfiltered, 7, whole) },
    lean: { name: 'proposal-page-lean', text: paged(unfiltered, 7, lean) },
  },
  filtered: {
    whole: { name: 'proposal-page-filtered', text: paged(filtered, 17, whole) },
    lean: { name: 'proposal-page-filtered-lean', text: paged(filtered, 17, lean) },
  },
} as const satisfies Record<string, Record<string, Statement>>;

const count: Statement = {
  name: 'proposal-count',
  text: onBehalf(`select count(*)::integer as total ${filtered}`),
};

export interface ProposalPageRequest extends PageRequest {
  /** False: the proposals come with empty dossiers, which are neither unpacked nor sent nor parsed. */
  withDossiers?: boolean;
}

export async function listProposals(
  dataSource: DataSource,
  actor: Actor,
  filter: ProposalFilter,
  { first, after, withDossiers = true }: ProposalPageRequest,
): Promise<Page<ProposalSeen>> {
  const [instant, id] = decodeCursor(after, [keyPatterns.instant, keyPatterns.uuid]);
  const isFiltered = Object.values(filter).some(each => each !== null && each !== undefined);
  const statement = pages[isFiltered ? 'filtered' : 'unfiltered'][withDossiers ? 'whole' : 'lean'];
  const values = isFiltered ? filterValues(actor, filter) : scopeValues(scopeOf(actor));
  const rows = await withClient(dataSource, client => run<Row>(client, statement, [...values, instant, id, first + 1]));
  const seen = rows
    .map(row => seenBy(actor, withDossiers ? row : withEmptyDossier(row)))
    .filter(each => each !== undefined);
  return toPage(
    seen,
    first,
    each => each,
    ({ proposal }) => [proposal.updatedAt, proposal.id],
  );
}

const withEmptyDossier = ({ number, content }: Row): Row => ({
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
  const mine = signOffsOf(actor);
  return [
    ...scopeValues(scopeOf(actor)),
    filter.states ?? null,
    filter.tiers ?? null,
    filterId(filter.organisationId),
    filter.text?.trim() ? searchPatterns(filter.text) : null,
    filter.awaitingMe ?? false,
    mine.map(({ workflow }) => workflow),
    mine.map(({ signOff }) => signOff),
    mine.map(({ organisation }) => organisation),
    organisationsAs(actor, ['approver']),
    organisationsAs(actor, ['engagement_lead']),
  ];
}

/** Every word has to occur, in any order. */
const searchPatterns = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .trim()
    .split(/\s+/)
    .map(word => `%${escapePattern(word)}%`);

const escapePattern = (text: string): string => searchable(text).replaceAll(/[\\%_]/g, character => `\\${character}`);

/** Each sign-off that one of this person's roles may give, per workflow and organisation. */
const signOffsOf = ({ roles }: Actor): { workflow: string; signOff: string; organisation: string }[] =>
  definitions.flatMap(({ key: workflow, signOffs }) =>
    signOffs.flatMap(({ key: signOff, roles: givers }) =>
      roles
        .filter(({ role }) => givers.includes(role))
        .map(({ organisationId: organisation }) => ({ workflow, signOff, organisation })),
    ),
  );
