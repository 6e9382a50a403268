// Which proposals changed within a stretch of the ledger, of those that somebody may read: ids and versions, no word of them.
import type { DataSource } from 'typeorm';
import type { Actor } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { isUuid } from '../identifiers.js';
import { onBehalf, scopeOf, scopeValues, visibleProposal } from '../visible-to.js';

export interface Change {
  id: string;
  /** As it is now, which may be later than the change. */
  version: number;
}

/** Places in the ledger: the first that counts, and the first that does not count any more. */
export interface Stretch {
  from: number;
  to: number;
}

/** A comment changes no version: it is told only to those who see it. */
const changes: Statement = {
  name: 'changes-seen',
  text: onBehalf(`select distinct p.id, p.version from viewer, ledger_position l
    join ledger_entry e on e.id = l.entry_id join proposal p on p.id = e.proposal_id
    where l.index >= $7 and l.index < $8 and ${visibleProposal('p')}
      and (e.type <> 'CommentMade' or viewer.sees_all or p.lead_organisation_id = any (viewer.leads)
        or e.audience = 'PARTNERS')
    limit $9`),
};

/** At most `most` of them, in no order. */
export const listChanges = (
  dataSource: DataSource,
  actor: Actor,
  { from, to }: Stretch,
  most: number,
): Promise<Change[]> =>
  withClient(dataSource, client => run<Change>(client, changes, [...scopeValues(scopeOf(actor)), from, to, most]));

const version: Statement = {
  name: 'version-seen',
  text: onBehalf(`select p.id, p.version from proposal p, viewer where p.id = $7 and ${visibleProposal('p')}`),
};

/** Undefined when it does not exist or is not this person's to read: one answer for both. */
export async function findVersion(dataSource: DataSource, actor: Actor, id: string): Promise<Change | undefined> {
  if (!isUuid(id)) return undefined;
  const values = [...scopeValues(scopeOf(actor)), id];
  const [found] = await withClient(dataSource, client => run<Change>(client, version, values));
  return found;
}
