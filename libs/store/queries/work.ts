// The proposals in which somebody may have a task, or something of theirs waits: outlines only, in one statement. Which tasks there
// are is for the rules to say (governance/work).
import type { DataSource } from 'typeorm';
import { emptyDossier, type Actor } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { onBehalf, organisationsAs, scopeOf, scopeValues, visibleProposal } from '../visible-to.js';
import { awaiting, awaitingParameters, awaitingValues } from './awaiting.js';
import { seenBy, type ProposalRow, type ProposalSeen } from './proposals.js';

const confirming = 7 + awaitingParameters;

const unmet = `(p.outline @? '$.signOffs.*.conditions[*] ? (!exists (@.metAt))'
  or p.outline @? '$.decision.conditions[*] ? (!exists (@.metAt))')`;

/** One's own that are under way, concerns of one's own, partners who are asked, and conditions to meet or to confirm. */
const concerned = `((p.author_id = viewer.me and p.state in ('IN_REVIEW', 'AWAITING_DECISION'))
  or (p.state in ('IN_REVIEW', 'AWAITING_DECISION') and p.partner_ids && viewer.partner_of)
  or (p.state in ('IN_REVIEW', 'RETURNED', 'AWAITING_DECISION') and exists (
    select from jsonb_array_elements(p.outline -> 'concerns') c where c ->> 'status' = 'OPEN'
      and ((c #>> '{raisedBy,personId}')::uuid = viewer.me
        or (c #>> '{raisedBy,organisationId}')::uuid = any (viewer.partner_of))))
  or (p.state in ('IN_REVIEW', 'RETURNED', 'AWAITING_DECISION', 'APPROVED', 'APPROVED_WITH_CONDITIONS')
    and (p.author_id = viewer.me or p.lead_organisation_id = any ($${confirming}::uuid[])) and ${unmet}))`;

/** More than anybody can work on: those that changed longest ago come first. */
const most = 5_000;

const candidates: Statement = {
  name: 'work-candidates',
  text: onBehalf(`select p.number, p.outline as content from proposal p, viewer
    where ${visibleProposal('p')} and (${awaiting(7)} or ${concerned}) order by p.updated_at, p.id limit ${most}`),
};

/** With empty dossiers. */
export async function listWork(dataSource: DataSource, actor: Actor): Promise<ProposalSeen[]> {
  const values = [
    ...scopeValues(scopeOf(actor)),
    ...awaitingValues(actor),
    organisationsAs(actor, ['privacy_officer']),
  ];
  const rows = await withClient(dataSource, client => run<ProposalRow>(client, candidates, values));
  return rows
    .map(({ number, content }) => seenBy(actor, { number, content: { ...content, dossier: emptyDossier() } }))
    .filter(each => each !== undefined);
}
