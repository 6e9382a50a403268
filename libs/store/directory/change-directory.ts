// Changes of the directory: organisations, people, roles, tokens. Each is an entry of the directory's stream, written with it.
import type { DataSource, EntityManager } from 'typeorm';
import type { By } from '#governance';
import { toHex } from '#ledger';
import { makeEntries, type Entry } from '../ledger/index.js';
import { AccessTokenRow, OrganisationRow, PersonRow, RoleAssignmentRow } from './entities.js';
import { tokenHash } from './tokens.js';
import type { DirectoryEvent } from './events.js';

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
    const [head] = await manager.query<{ sequence: number; hash: Buffer | null }[]>(
      'select sequence, hash from stream_head where stream = $1 for update',
      [stream],
    );
    if (!head) throw new Error('The directory has no stream head: the database is not migrated.');
    if (act.expectedSequence !== undefined && head.sequence !== act.expectedSequence) {
      throw new DirectoryMovedError('Somebody else changed the directory in between. Look at it again.');
    }
    for (const event of events) await apply(manager, event, act.at, tokens);
    const inputs = events.map(event => ({ id: act.newId(), type: event.type, event }));
    await append(manager, act, makeEntries({ ...act, stream }, head, inputs));
  });

async function apply(
  manager: EntityManager,
  event: DirectoryEvent,
  at: string,
  tokens: ReadonlyMap<string, string>,
): Promise<void> {
  switch (event.type) {
    case 'OrganisationAdded':
      await manager.insert(OrganisationRow, {
        id: event.organisationId,
        name: event.name,
        kind: event.organisationKind,
        createdAt: at,
      });
      return;
    case 'PersonAdded':
      await manager.insert(PersonRow, {
        id: event.personId,
        organisationId: event.organisationId,
        displayName: event.displayName,
        createdAt: at,
      });
      return;
    case 'RoleAssigned': {
      const { assignmentId: id, personId, organisationId, role, startsAt, endsAt } = event;
      await manager.insert(RoleAssignmentRow, { id, personId, organisationId, role, startsAt, endsAt: endsAt ?? null });
      return;
    }
    case 'RoleEnded':
      await manager.update(RoleAssignmentRow, { id: event.assignmentId }, { endsAt: new Date(event.endsAt) });
      return;
    case 'TokenIssued':
      await insertToken(manager, event, at, tokens);
      return;
    case 'TokenRevoked':
      await manager.update(AccessTokenRow, { id: event.tokenId }, { revokedAt: new Date(at) });
      return;
  }
}

type TokenIssued = Extract<DirectoryEvent, { type: 'TokenIssued' }>;

async function insertToken(
  manager: EntityManager,
  { tokenId: id, personId, label, scopes, expiresAt }: TokenIssued,
  createdAt: string,
  tokens: ReadonlyMap<string, string>,
): Promise<void> {
  const secret = tokens.get(id);
  if (secret === undefined) throw new Error(`Token ${id} is issued without its secret.`);
  const hash = Buffer.from(tokenHash(secret));
  await manager.insert(AccessTokenRow, { id, personId, tokenHash: hash, label, scopes, createdAt, expiresAt });
}

async function append(manager: EntityManager, act: DirectoryAct, entries: Entry[]): Promise<void> {
  const { by, at, commandId } = act;
  for (const { sequence, id, type, bytes, hash, previousHash, words } of entries) {
    await manager.query(
      `insert into ledger_entry (stream, sequence, id, type, actor_id, organisation_id, role, at, command_id, bytes, hash, previous_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [stream, sequence, id, type, by.personId, by.organisationId, by.role, at, commandId, bytes, hash, previousHash],
    );
    for (const { path, salt, text } of words) {
      await manager.query('insert into entry_words (stream, sequence, path, salt, words) values ($1, $2, $3, $4, $5)', [
        stream,
        sequence,
        path,
        salt,
        text,
      ]);
    }
    await manager.query('insert into outbox (entry_id) values ($1)', [id]);
  }
  const last = entries.at(-1);
  if (!last) return;
  await manager.query(`update stream_head set sequence = $2, hash = decode($3, 'hex') where stream = $1`, [
    stream,
    last.sequence,
    toHex(last.hash),
  ]);
}
