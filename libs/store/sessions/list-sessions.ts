// The sessions that a person has open. Neither secrets nor their hashes.
import type { DataSource } from 'typeorm';
import { seesTokens, type Actor } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { filterId } from '../identifiers.js';
import { opens, type SessionTimes } from './session.js';

export interface SessionRecord {
  id: string;
  personId: string;
  startedAt: Date;
  authenticatedAt: Date | null;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** More are not shown; they can be ended all at once. */
const most = 100;

const list: Statement = {
  name: 'sessions',
  text: `select s.id, s.person_id as "personId", s.started_at as "startedAt", s.authenticated_at as "authenticatedAt",
      s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt"
    from person_session s
    where ${opens} and ($2::boolean or s.person_id = $3) and s.person_id = $4
    order by s.started_at desc, s.id limit ${most}`,
};

/** Of one person, to that person and to those who administer. Newest first. */
export const listSessions = (
  dataSource: DataSource,
  actor: Actor,
  personId: string,
  { idle }: SessionTimes,
): Promise<SessionRecord[]> =>
  withClient(dataSource, client =>
    run<SessionRecord>(client, list, [idle, seesTokens(actor), actor.personId, filterId(personId)]),
  );
