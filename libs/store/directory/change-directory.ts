// Changes of the directory: organisations, people, roles, tokens, identities. Each is an entry of the directory's stream, written with it.
import type { DataSource, EntityManager } from 'typeorm';
import type { By, DirectoryEvent, WordsErased } from '#governance';
import { appendTo, lockStream } from '../append.js';
import type { PgClient } from '../connection.js';
import type { Head } from '../ledger/index.js';
import { endSessionsOfIdentity, endSessionsWithoutRole } from '../sessions/end-sessions.js';
import { AccessTokenRow, IdentityRow, OrganisationRow, PersonRow, RoleAssignmentRow } from './entities.js';
import { tokenHash } from './tokens.js';

/** Who changes the directory, when, and by which command. */
export interface DirectoryAct {
  by: By;
  at: string;
  commandId: string;
  newId: () => string;
  /** Given: refused when the directory's history has gone on since. 0 for what only an empty directory may get. */
  expectedSequence?: number;
}

/** The directory is not as it was read. */
export class DirectoryMovedError extends Error {}

const stream = 'directory';

/** All of these or none. `tokens` holds, by token id, the secrets whose hashes are stored; they are in no event. */
export const changeDirectory = (
  dataSource: DataSource,
  act: DirectoryAct,
  events: DirectoryEvent[],
  tokens: ReadonlyMap<string, string> = new Map(),
): Promise<void> =>
  dataSource.transaction(async manager => {
    const head = await lockDirectory(manager);
    if (act.expectedSequence !== undefined && head.sequence !== act.expectedSequence) {
      throw new DirectoryMovedError('Somebody else changed the directory in between. Look at it again.');
    }
    await writeDirectory(manager, act, head, events, tokens);
  });

/** Changes of the directory come one after another: whoever comes second waits here, and then sees what the first one did. */
export const lockDirectory = async (manager: EntityManager): Promise<Head> =>
  lockStream(await clientOf(manager), stream);

/** The connection of a transaction that TypeORM began. */
export async function clientOf({ queryRunner }: EntityManager): Promise<PgClient> {
  if (!queryRunner) throw new Error('The directory is changed within a transaction only.');
  return (await queryRunner.connect()) as PgClient;
}

/** Rows and entries, under the lock of `lockDirectory`. */
export async function writeDirectory(
  manager: EntityManager,
  act: DirectoryAct,
  head: Head,
  events: DirectoryEvent[],
  tokens: ReadonlyMap<string, string>,
): Promise<void> {
  // An erasure changes the rows with the words: erase_words (migrations/0014) does both.
  for (const event of events) if (event.type !== 'WordsErased') await apply(manager, event, act, tokens);
  const inputs = events.map(event => ({ id: act.newId(), type: event.type, event }));
  await appendTo(await clientOf(manager), { ...act, stream }, head, inputs);
}

async function apply(
  manager: EntityManager,
  event: Exclude<DirectoryEvent, WordsErased>,
  act: DirectoryAct,
  tokens: ReadonlyMap<string, string>,
): Promise<void> {
  const { at } = act;
  switch (event.type) {
    case 'OrganisationAdded':
    case 'PersonAdded':
    case 'RoleAssigned':
      await add(manager, event, at);
      return;
    case 'RoleEnded':
      await manager.update(RoleAssignmentRow, { id: event.assignmentId }, { endsAt: new Date(event.endsAt) });
      await endSessionsWithoutRole(manager, event.personId, at);
      return;
    case 'TokenIssued':
      await insertToken(manager, event, act, tokens);
      return;
    case 'TokenRevoked':
      await manager.update(AccessTokenRow, { id: event.tokenId }, { revokedAt: new Date(at) });
      return;
    case 'IdentityLinked':
      await manager.insert(IdentityRow, identityOf(event, at));
      return;
    case 'IdentityUnlinked':
      await manager.update(IdentityRow, { id: event.identityId }, { unlinkedAt: new Date(at) });
      await endSessionsOfIdentity(manager, event.identityId, at);
      return;
  }
}

type Added = Extract<DirectoryEvent, { type: 'OrganisationAdded' | 'PersonAdded' | 'RoleAssigned' }>;

async function add(manager: EntityManager, event: Added, createdAt: string): Promise<void> {
  switch (event.type) {
    case 'OrganisationAdded': {
      const { organisationId: id, name, organisationKind: kind } = event;
      await manager.insert(OrganisationRow, { id, name, kind, createdAt });
      return;
    }
    case 'PersonAdded': {
      const { personId: id, organisationId, displayName } = event;
      await manager.insert(PersonRow, { id, organisationId, displayName, createdAt });
      return;
    }
    case 'RoleAssigned': {
      const { assignmentId: id, personId, organisationId, role, startsAt, endsAt } = event;
      await manager.insert(RoleAssignmentRow, { id, personId, organisationId, role, startsAt, endsAt: endsAt ?? null });
    }
  }
}

const identityOf = (
  { identityId: id, personId, issuer, subject }: Extract<DirectoryEvent, { type: 'IdentityLinked' }>,
  linkedAt: string,
) => ({ id, personId, issuer, subject, linkedAt });

type TokenIssued = Extract<DirectoryEvent, { type: 'TokenIssued' }>;

async function insertToken(
  manager: EntityManager,
  { tokenId: id, personId, label, scopes, expiresAt, issuedThrough }: TokenIssued,
  { at: createdAt, by: { personId: issuedBy } }: DirectoryAct,
  tokens: ReadonlyMap<string, string>,
): Promise<void> {
  const secret = tokens.get(id);
  if (secret === undefined) throw new Error(`Token ${id} is issued without its secret.`);
  const hash = Buffer.from(tokenHash(secret));
  const row = {
    id,
    personId,
    issuedBy,
    issuedThrough: issuedThrough ?? null,
    tokenHash: hash,
    label,
    scopes,
    createdAt,
    expiresAt,
  };
  await manager.insert(AccessTokenRow, row);
}
