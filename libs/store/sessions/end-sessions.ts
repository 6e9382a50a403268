// How sessions end before their time: their person signs out, an administrator ends them, or what they stood on is gone.
import type { DataSource, EntityManager } from 'typeorm';
import { seesTokens, type Actor } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { filterId } from '../identifiers.js';
import { sessionHash } from './session.js';

/** Of somebody's own, and of anybody's for those who administer. */
const endThese: Statement = {
  name: 'end-sessions',
  text: `update person_session set ended_at = now()
    where ended_at is null and ($1::boolean or person_id = $2) and ($3::uuid is null or id = $3) and ($4::uuid is null or person_id = $4)
    returning person_id as "personId"`,
};

export interface EndedSession {
  personId: string;
}

const end = (dataSource: DataSource, actor: Actor, ...which: (string | null)[]): Promise<EndedSession[]> =>
  withClient(dataSource, client => run<EndedSession>(client, endThese, [seesTokens(actor), actor.personId, ...which]));

/** Undefined where there is no such session, it has ended already, or it is not this person's to end. */
export const endSession = async (
  dataSource: DataSource,
  actor: Actor,
  sessionId: string,
): Promise<EndedSession | undefined> => (await end(dataSource, actor, filterId(sessionId), null))[0];

/** All that a person has: everywhere they are signed in. Answers how many; 0 as well where they are not this person's to end. */
export const endSessionsOf = async (dataSource: DataSource, actor: Actor, personId: string): Promise<number> =>
  (await end(dataSource, actor, null, filterId(personId))).length;

const signOut: Statement = {
  name: 'sign-out',
  text: `update person_session set ended_at = now() where secret_hash = $1 and ended_at is null
    returning person_id as "personId"`,
};

/** Undefined where the secret opened nothing any more. */
export const endSessionInHand = (dataSource: DataSource, secret: string): Promise<EndedSession | undefined> =>
  withClient(dataSource, async client => (await run<EndedSession>(client, signOut, [sessionHash(secret)]))[0]);

/** Within the change of the directory that ended a role: whoever holds none any more is signed out everywhere. */
export async function endSessionsWithoutRole(manager: EntityManager, personId: string, at: string): Promise<void> {
  await manager.query(
    `update person_session set ended_at = $2 where person_id = $1 and ended_at is null and not exists (
      select from role_assignment where person_id = $1 and starts_at <= $2 and (ends_at is null or ends_at > $2))`,
    [personId, at],
  );
}

export async function endSessionsOfIdentity(manager: EntityManager, identityId: string, at: string): Promise<void> {
  await manager.query('update person_session set ended_at = $2 where identity_id = $1 and ended_at is null', [
    identityId,
    at,
  ]);
}
