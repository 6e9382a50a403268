// Somebody signs in: whom an identity opens for, and the session that begins. The one that the browser had before ends with it.
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { RoleHolding } from '#governance';
import { inTransaction, run, withClient, type Statement } from '../connection.js';
import { newSessionSecret, sessionHash, type SessionTimes } from './session.js';

/** Whom a provider knows by this subject, as its tokens say it. */
export interface ClaimedIdentity {
  issuer: string;
  subject: string;
}

export interface LinkedPerson {
  identityId: string;
  personId: string;
  /** In force now. */
  roles: RoleHolding[];
}

const linked: Statement = {
  name: 'linked-person',
  text: `select id as "identityId", person_id as "personId", held_roles(person_id) as roles from person_identity
    where issuer = $1 and subject = $2 and unlinked_at is null`,
};

/** Undefined where nobody linked it. Nothing else that a provider says of somebody is asked. */
export const findLinkedPerson = (
  dataSource: DataSource,
  { issuer, subject }: ClaimedIdentity,
): Promise<LinkedPerson | undefined> =>
  withClient(dataSource, async client => (await run<LinkedPerson>(client, linked, [issuer, subject]))[0]);

export interface Beginning {
  identityId: string;
  personId: string;
  /** When they showed the provider who they are, ISO 8601; undefined where it does not say. */
  authenticatedAt?: string;
  /** The secret of the session that this browser had, whoever's it was. */
  instead?: string;
}

const begin: Statement = {
  name: 'begin-session',
  text: `insert into person_session
      (id, person_id, identity_id, secret_hash, started_at, authenticated_at, last_seen_at, expires_at)
    values ($1, $2, $3, $4, now(), case when $5::timestamptz is not null then least($5, now()) end, now(), now() + make_interval(secs => $6))`,
};
const endInstead: Statement = {
  name: 'end-session-instead',
  text: 'update person_session set ended_at = now() where secret_hash = $1 and ended_at is null',
};
const forgetOld: Statement = {
  name: 'forget-old-sessions',
  text: `delete from person_session where expires_at < now() - interval '7 days'`,
};

/** Answers the new secret, which is kept nowhere. */
export async function beginSession(
  dataSource: DataSource,
  { identityId, personId, authenticatedAt, instead }: Beginning,
  { longest }: SessionTimes,
): Promise<{ sessionId: string; secret: string }> {
  const [sessionId, secret] = [uuidv7(), newSessionSecret()];
  await inTransaction(dataSource, async client => {
    if (instead !== undefined) await run(client, endInstead, [sessionHash(instead)]);
    await run(client, forgetOld, []);
    const times = [authenticatedAt ?? null, longest];
    await run(client, begin, [sessionId, personId, identityId, sessionHash(secret), ...times]);
  });
  return { sessionId, secret };
}
