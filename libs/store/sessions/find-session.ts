// Whose session a cookie is. Asked at every request: what ended a session counts at once.
import type { DataSource } from 'typeorm';
import type { Actor, RoleHolding } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { opens, sessionHash, type SessionTimes } from './session.js';

export interface SessionInHand {
  id: string;
  /** Did its person show who they are lately enough for what asks for it? */
  isFresh: boolean;
}

export interface SignedIn {
  actor: Actor;
  displayName: string;
  session: SessionInHand;
}

interface Row {
  id: string;
  is_fresh: boolean;
  was_silent: boolean;
  person_id: string;
  display_name: string;
  organisation_id: string;
  organisation_name: string;
  roles: RoleHolding[];
}

/** That somebody is there is noted once in a tenth of the time after which they would be gone. */
const find: Statement = {
  name: 'session',
  text: `select s.id, coalesce(s.authenticated_at > now() - make_interval(secs => $2), false) as is_fresh,
      s.last_seen_at < now() - make_interval(secs => $1) / 10 as was_silent, p.id as person_id, p.display_name,
      o.id as organisation_id, o.name as organisation_name, held_roles(p.id) as roles
    from person_session s join person p on p.id = s.person_id join organisation o on o.id = p.organisation_id
    where ${opens} and s.secret_hash = $3`,
};
const see: Statement = {
  name: 'session-seen',
  text: 'update person_session set last_seen_at = now() where id = $1 and ended_at is null',
};

/**
 * Undefined for a secret that is unknown, or whose session has ended in whatever way. Only whoever does something is seen: a page
 * that is left open is not.
 */
export const findSession = (
  dataSource: DataSource,
  secret: string,
  { idle, fresh }: SessionTimes,
  isSeen = true,
): Promise<SignedIn | undefined> =>
  withClient(dataSource, async client => {
    const [row] = await run<Row>(client, find, [idle, fresh, sessionHash(secret)]);
    if (!row) return undefined;
    if (isSeen && row.was_silent) await run(client, see, [row.id]);
    const { person_id: personId, organisation_id: organisationId, organisation_name: organisationName, roles } = row;
    return {
      actor: { personId, organisationId, organisationName, roles },
      displayName: row.display_name,
      session: { id: row.id, isFresh: row.is_fresh },
    };
  });
