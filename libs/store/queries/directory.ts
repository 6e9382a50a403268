// The directory as somebody may see it: people, role history and access tokens, each list one statement, by keyset.
import type { DataSource } from 'typeorm';
import { seesDirectory, seesTokens, type Actor, type Role, type TokenScope } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { filterId, searchable } from '../identifiers.js';
import { systemActor } from '../ledger/index.js';
import { decodeCursor, keyPatterns, toPage, type Page, type PageRequest } from './page.js';
import type { PersonRecord } from './people.js';

export interface RoleAssignmentRecord {
  id: string;
  personId: string;
  organisationId: string;
  role: Role;
  startsAt: Date;
  endsAt: Date | null;
}

export interface AccessTokenRecord {
  id: string;
  personId: string;
  /** Null for tokens from before this was noted. */
  issuedBy: string | null;
  label: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

export interface IdentityRecord {
  id: string;
  personId: string;
  issuer: string;
  subject: string;
  linkedAt: Date;
  unlinkedAt: Date | null;
}

export interface RoleHistoryFilter {
  personId?: string | null;
  organisationId?: string | null;
  role?: string | null;
  /** In force at this moment; ISO 8601, UTC. */
  at?: string | null;
}

const people: Statement = {
  name: 'people',
  text: `select p.id, p.display_name as "displayName", p.organisation_id as "organisationId" from person p
    where ($1::boolean or p.organisation_id = $2)
      and ($3::uuid is null or p.organisation_id = $3)
      and p.id <> $4
      and ($5::text is null or (p.display_name, p.id) > ($5, $6::uuid))
    order by p.display_name, p.id limit $7`,
};

/** Everybody, to those who administer or audit; colleagues, to everybody else. By name. */
export const listPeople = (
  dataSource: DataSource,
  actor: Actor,
  organisationId: string | null | undefined,
  { first, after }: PageRequest,
): Promise<Page<PersonRecord>> =>
  readPage(dataSource, people, {
    values: [seesDirectory(actor), actor.organisationId, filterId(organisationId), systemActor.personId],
    after: decodeCursor(after, [keyPatterns.name, keyPatterns.uuid]),
    first,
    key: ({ displayName, id }) => [displayName, id],
  });

const assignment = `r.id, r.person_id as "personId", r.organisation_id as "organisationId", r.role, r.starts_at as "startsAt",
  r.ends_at as "endsAt"`;

const roleHistory: Statement = {
  name: 'role-history',
  text: `select ${assignment} from role_assignment r
    where ($1::boolean or r.person_id = $2)
      and ($3::uuid is null or r.person_id = $3)
      and ($4::uuid is null or r.organisation_id = $4)
      and ($5::text is null or r.role = $5)
      and ($6::timestamptz is null or (r.starts_at <= $6 and (r.ends_at is null or r.ends_at > $6)))
      and ($7::timestamptz is null or (r.starts_at, r.id) > ($7, $8::uuid))
    order by r.starts_at, r.id limit $9`,
};

/** All roles ever assigned, to those who administer or audit; one's own, to everybody else. Oldest beginning first. */
export const listRoleHistory = (
  dataSource: DataSource,
  actor: Actor,
  { personId, organisationId, role, at }: RoleHistoryFilter,
  { first, after }: PageRequest,
): Promise<Page<RoleAssignmentRecord>> =>
  readPage(dataSource, roleHistory, {
    values: [
      ...[seesDirectory(actor), actor.personId, filterId(personId), filterId(organisationId)],
      ...[typeof role === 'string' ? searchable(role) : null, at ?? null],
    ],
    after: decodeCursor(after, [keyPatterns.instant, keyPatterns.uuid]),
    first,
    key: ({ startsAt, id }) => [startsAt.toISOString(), id],
  });

const token = `t.id, t.person_id as "personId", t.issued_by as "issuedBy", t.label, t.scopes, t.created_at as "createdAt", t.expires_at as "expiresAt",
  t.revoked_at as "revokedAt"`;

const accessTokens: Statement = {
  name: 'access-tokens',
  text: `select ${token} from access_token t
    where ($1::boolean or t.person_id = $2)
      and t.person_id = $3
      and ($4::timestamptz is null or (t.created_at, t.id) > ($4, $5::uuid))
    order by t.created_at, t.id limit $6`,
};

/** Of one person, to that person and to those who administer. Neither secrets nor their hashes. Oldest first. */
export const listAccessTokens = (
  dataSource: DataSource,
  actor: Actor,
  personId: string,
  { first, after }: PageRequest,
): Promise<Page<AccessTokenRecord>> =>
  readPage(dataSource, accessTokens, {
    values: [seesTokens(actor), actor.personId, filterId(personId)],
    after: decodeCursor(after, [keyPatterns.instant, keyPatterns.uuid]),
    first,
    key: ({ createdAt, id }) => [createdAt.toISOString(), id],
  });

const identity = `i.id, i.person_id as "personId", i.issuer, i.subject, i.linked_at as "linkedAt", i.unlinked_at as "unlinkedAt"`;

const identities: Statement = {
  name: 'identities',
  text: `select ${identity} from person_identity i
    where ($1::boolean or i.person_id = $2)
      and i.person_id = $3
      and ($4::timestamptz is null or (i.linked_at, i.id) > ($4, $5::uuid))
    order by i.linked_at, i.id limit $6`,
};

/** Of one person, to that person and to those who administer. Oldest first. */
export const listIdentities = (
  dataSource: DataSource,
  actor: Actor,
  personId: string,
  { first, after }: PageRequest,
): Promise<Page<IdentityRecord>> =>
  readPage(dataSource, identities, {
    values: [seesTokens(actor), actor.personId, filterId(personId)],
    after: decodeCursor(after, [keyPatterns.instant, keyPatterns.uuid]),
    first,
    key: ({ linkedAt, id }) => [linkedAt.toISOString(), id],
  });

interface Reading<T> {
  values: unknown[];
  after: (string | null)[];
  first: number;
  key: (row: T) => readonly string[];
}

async function readPage<T>(
  dataSource: DataSource,
  statement: Statement,
  { values, after, first, key }: Reading<T>,
): Promise<Page<T>> {
  const asked = [...values, ...after, first + 1];
  const rows = await withClient(dataSource, client => run<T>(client, statement, asked));
  return toPage(rows, first, row => row, key);
}

const assignmentById: Statement = {
  name: 'role-assignment-by-id',
  text: `select ${assignment} from role_assignment r where r.id = $1`,
};
const identityById: Statement = {
  name: 'identity-by-id',
  text: `select ${identity} from person_identity i where i.id = $1`,
};
const tokenById: Statement = {
  name: 'access-token-by-id',
  text: `select ${token} from access_token t where t.id = $1`,
};

/** For the receipt of a command on it: whether it may be known was asked before. */
export const getRoleAssignment = (dataSource: DataSource, id: string): Promise<RoleAssignmentRecord> =>
  getById(dataSource, assignmentById, id);

/** For the receipt of a command on it: whether it may be known was asked before. */
export const getAccessToken = (dataSource: DataSource, id: string): Promise<AccessTokenRecord> =>
  getById(dataSource, tokenById, id);

/** For the receipt of a command on it: whether it may be known was asked before. */
export const getIdentity = (dataSource: DataSource, id: string): Promise<IdentityRecord> =>
  getById(dataSource, identityById, id);

async function getById<T>(dataSource: DataSource, statement: Statement, id: string): Promise<T> {
  const [row] = await withClient(dataSource, client => run<T>(client, statement, [id]));
  if (!row) throw new Error(`${id} is in an entry of the directory and not in its table.`);
  return row;
}
