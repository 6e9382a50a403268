// On whom a proposal waits, as an SQL condition over its outline: never narrower than the tasks that the rules find in it.
import { definitions, type Actor } from '#governance';
import { organisationsAs } from '../visible-to.js';

/** The next move is theirs. Parameters from $`at` on: awaitingValues. */
export const awaiting = (at: number): string => `((p.author_id = viewer.me and p.state in ('DRAFTING', 'RETURNED'))
    or (p.state in ('IN_REVIEW', 'AWAITING_DECISION') and exists (
      select from unnest($${at}::text[], $${at + 1}::text[], $${at + 2}::uuid[]) as mine (workflow, sign_off, organisation)
      where mine.workflow = p.workflow_key and mine.organisation = p.lead_organisation_id
        and coalesce(p.outline #>> array['signOffs', mine.sign_off, 'status'], 'PENDING') <> 'GIVEN'))
    or (p.state = 'AWAITING_DECISION' and p.lead_organisation_id = any ($${at + 3}::uuid[]))
    or (p.state in ('IN_REVIEW', 'RETURNED', 'AWAITING_DECISION') and exists (
      select from jsonb_array_elements(p.outline -> 'concerns') c where case c ->> 'status'
        when 'OPEN' then p.lead_organisation_id = any ($${at + 4}::uuid[])
          or (p.author_id = viewer.me and c ->> 'audience' = 'PARTIES')
        when 'ANSWERED' then p.author_id <> viewer.me and ((c #>> '{raisedBy,personId}')::uuid = viewer.me
          or (c #>> '{raisedBy,organisationId}')::uuid = any (viewer.partner_of))
        else false end)))`;

/** Text of workflow, of sign-off, and organisation of each that they may give; then where they are approver, and engagement lead. */
export function awaitingValues(actor: Actor): unknown[] {
  const mine = signOffsOf(actor);
  return [
    mine.map(({ workflow }) => workflow),
    mine.map(({ signOff }) => signOff),
    mine.map(({ organisation }) => organisation),
    organisationsAs(actor, ['approver']),
    organisationsAs(actor, ['engagement_lead']),
  ];
}

/** How many parameters awaitingValues fills. */
export const awaitingParameters = 5;

/** Each sign-off that one of this person's roles may give, per workflow and organisation. */
const signOffsOf = ({ roles }: Actor): { workflow: string; signOff: string; organisation: string }[] =>
  definitions.flatMap(({ key: workflow, signOffs }) =>
    signOffs.flatMap(({ key: signOff, roles: givers }) =>
      roles
        .filter(({ role }) => givers.includes(role))
        .map(({ organisationId: organisation }) => ({ workflow, signOff, organisation })),
    ),
  );
