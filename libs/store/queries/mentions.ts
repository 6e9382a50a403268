// The proposals in whose comments somebody may have been mentioned lately: outlines only, in one statement, off an index of its own
// (migrations/0018). Which comments those are is for the rules to say (governance/work).
import type { DataSource } from 'typeorm';
import { emptyDossier, type Actor } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { onBehalf, scopeOf, scopeValues, visibleProposal } from '../visible-to.js';
import { seenBy, type ProposalRow, type ProposalSeen } from './proposals.js';

/** More than anybody is shown: those that changed last come first. */
const most = 200;

const mentioning: Statement = {
  name: 'mentioning',
  text: onBehalf(`select p.number, p.outline as content from proposal p, viewer
    where ${visibleProposal('p')} and p.state in ('DRAFTING', 'IN_REVIEW', 'RETURNED', 'AWAITING_DECISION')
      and p.outline @? '$.comments[*].mentions[*]' and p.updated_at > $7::timestamptz
      and jsonb_path_exists(p.outline, '$.comments[*].mentions[*] ? (@.personId == $me)',
        jsonb_build_object('me', viewer.me::text))
    order by p.updated_at desc, p.id limit ${most}`),
};

/** Changed after `since` (ISO 8601), with empty dossiers. */
export async function listMentioning(dataSource: DataSource, actor: Actor, since: string): Promise<ProposalSeen[]> {
  const values = [...scopeValues(scopeOf(actor)), since];
  const rows = await withClient(dataSource, client => run<ProposalRow>(client, mentioning, values));
  return rows
    .map(({ number, content }) => seenBy(actor, { number, content: { ...content, dossier: emptyDossier() } }))
    .filter(each => each !== undefined);
}
