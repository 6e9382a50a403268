// Policy as an SQL scope: which rows a person may see at all. What of a row they see is reading.ts's to say, after loading; row-level
// security stands behind it with rules of its own.
// The rules are those of policy.ts; a test holds the two against each other.
import { leadRoles, reviewingRoles, type Actor, type Role } from '#governance';

/** The organisations in which a person holds one of these roles. */
export const organisationsAs = ({ roles }: Actor, wanted: readonly Role[]): string[] => [
  ...new Set(roles.filter(({ role }) => wanted.includes(role)).map(({ organisationId }) => organisationId)),
];

export interface Scope {
  personId: string;
  seesAll: boolean;
  /** Lead organisations whose proposals they read whole. */
  leads: string[];
  /** Lead organisations where they review: concerns for REVIEWERS are theirs to see, save on proposals of their own. */
  reviews: string[];
  /** Organisations for which they are partners. */
  partnerOf: string[];
  /** The directory's history is for auditors and administrators. */
  seesDirectory: boolean;
}

export const scopeOf = (actor: Actor): Scope => ({
  personId: actor.personId,
  seesAll: organisationsAs(actor, ['auditor']).length > 0,
  leads: organisationsAs(actor, leadRoles),
  reviews: organisationsAs(actor, reviewingRoles),
  partnerOf: organisationsAs(actor, ['partner']),
  seesDirectory: organisationsAs(actor, ['auditor', 'administrator']).length > 0,
});

/** Parameters $1 to $6 of every statement on somebody's behalf. */
export const scopeValues = ({ personId, seesAll, leads, reviews, partnerOf, seesDirectory }: Scope): unknown[] => [
  personId,
  seesAll,
  leads,
  reviews,
  partnerOf,
  seesDirectory,
];

/**
 * A statement on behalf of $1, whose other scope is in $2 to $6 and, as `viewer`, in the conditions below. `rows` selects from
 * `asker` first: entering the scope of row-level security (migrations/0006) is what gives the asker a row, and OFFSET keeps
 * PostgreSQL from reading any other row before. Were it to do so all the same, there would be nothing to see.
 */
export const onBehalf = (
  rows: string,
  order = '',
): string => `with asker as materialized (select enter_scope($1::uuid) as entered),
  viewer as (select $1::uuid as me, $2::boolean as sees_all, $3::uuid[] as leads, $4::uuid[] as reviews,
    $5::uuid[] as partner_of, $6::boolean as sees_directory)
  select seen.* from asker, lateral (${rows} offset 0) seen ${order}`;

export const visibleProposal = (proposal: string): string => `(asker.entered and (viewer.sees_all
  or ${proposal}.lead_organisation_id = any (viewer.leads)
  or (${proposal}.submitted_at is not null and ${proposal}.partner_ids && viewer.partner_of)))`;

/** The log's keys and what is published are everybody's. Partners see the acts of their own organisation; concerns among reviewers are hidden from author and analysts. */
export const visibleEntry = (entry: string, proposal: string): string => `(asker.entered and (viewer.sees_all
  or ${entry}.stream in ('definitions', 'ledger')
  or (${entry}.stream = 'directory' and (viewer.sees_directory or ${entry}.actor_id = viewer.me))
  or (${entry}.lead_organisation_id = any (viewer.leads) and (${entry}.audience <> 'REVIEWERS'
    or ${entry}.actor_id = viewer.me
    or (${entry}.lead_organisation_id = any (viewer.reviews) and ${proposal}.author_id <> viewer.me)))
  or (${entry}.organisation_id = any (viewer.partner_of) and ${proposal}.submitted_at is not null
    and ${proposal}.partner_ids && viewer.partner_of)))`;
