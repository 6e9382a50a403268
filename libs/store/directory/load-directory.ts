// What a command of the directory is decided on, in one statement behind its lock: who asks, what the command names, and all who
// could administer. The rest of the directory stays where it is, however large it is.
import type { EntityManager } from 'typeorm';
import type { AccessToken, Actor, Directory, Identity, Named, RoleAssignment } from '#governance';
import { uuidOrNull } from '../identifiers.js';
import { isSystem } from '../ledger/index.js';

export interface EarlierCommand {
  bodyHash: string;
  bodySalt: string;
  first: number;
  last: number;
}

export interface LoadedDirectory {
  directory: Directory;
  receipt?: EarlierCommand;
  /** Of the last command that was recorded, ISO 8601, UTC; null while there has been none. */
  changedAt: string | null;
}

interface Row {
  organisations: Directory['organisations'];
  people: Directory['people'];
  assignments: RoleAssignment[] | null;
  tokens: AccessToken[] | null;
  identities: Identity[] | null;
  receipt: EarlierCommand | null;
  changed_at: Date | null;
}

/** What is needed of a request to load what it is decided on. */
interface Asking {
  actor: Pick<Actor, 'personId'>;
  commandId: string;
  through?: string;
}

/** $1 actor, $2 command, $3 to $7 ids that the command names, $8 a name that it gives, $9 and $10 an identity, $11 the token in hand. */
const text = `with concerned as (
    select p.id, p.organisation_id from person p where p.id in ($1, $3)
      or p.id = (select person_id from role_assignment where id = $5) or p.id = (select person_id from access_token where id = $6)
      or p.id = (select person_id from person_identity where id = $7)),
  administrators as (select distinct person_id as id from role_assignment
    where role = 'administrator' and starts_at <= now() and ends_at is null)
  select
    (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind)), '[]')
      from organisation o where o.id = $4 or lower(o.name) = lower($8)) as organisations,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'organisationId', organisation_id)), '[]')
      from concerned) as people,
    (select jsonb_agg(jsonb_build_object('id', r.id, 'personId', r.person_id, 'organisationId', r.organisation_id,
        'role', r.role, 'startsAt', r.starts_at, 'endsAt', r.ends_at) order by r.starts_at, r.id)
      from role_assignment r where r.person_id in (select id from concerned union select id from administrators)) as assignments,
    (select jsonb_agg(jsonb_build_object('id', t.id, 'personId', t.person_id, 'scopes', t.scopes,
        'issuedThrough', t.issued_through, 'expiresAt', t.expires_at, 'revokedAt', t.revoked_at) order by t.created_at, t.id)
      from access_token t where t.id in ($6, $11)
        or (t.person_id in (select id from administrators union select person_id from access_token where id = $6) and t.revoked_at is null and t.expires_at > now())) as tokens,
    (select jsonb_agg(jsonb_build_object('id', i.id, 'personId', i.person_id, 'issuer', i.issuer, 'subject', i.subject,
        'unlinkedAt', i.unlinked_at) order by i.linked_at, i.id)
      from person_identity i where i.id = $7 or (i.issuer = $9 and i.subject = $10 and i.unlinked_at is null)) as identities,
    (select jsonb_build_object('bodyHash', encode(body_hash, 'hex'), 'bodySalt', encode(body_salt, 'hex'),
        'first', first_sequence, 'last', last_sequence)
      from directory_receipt where person_id = $1 and command_id = $2) as receipt,
    (select max(recorded_at) from directory_receipt) as changed_at`;

/** What a command names of what there is, the name that it gives to an organisation, and the identity that it links. */
export type Concerned = Named & { name?: string; issuer?: string; subject?: string };

export async function loadDirectory(
  manager: EntityManager,
  { actor, commandId, through }: Asking,
  { personId, organisationId, assignmentId, tokenId, identityId, ...given }: Concerned,
): Promise<LoadedDirectory> {
  const named = [personId, organisationId, assignmentId, tokenId, identityId];
  const ids = named.map(id => (id && isSystem(id) ? null : uuidOrNull(id)));
  const others = [given.name, given.issuer, given.subject, through].map(value => value ?? null);
  const [row] = await manager.query<Row[]>(text, [actor.personId, commandId, ...ids, ...others]);
  if (!row) throw new Error('The statement that loads the directory answered with no row.');
  const { organisations, people, assignments, tokens, receipt, changed_at: changedAt } = row;
  return {
    directory: {
      organisations,
      people,
      assignments: (assignments ?? []).map(each => withUtc(each, 'startsAt', 'endsAt')),
      tokens: (tokens ?? []).map(each => withUtc(each, 'expiresAt', 'revokedAt')),
      identities: (row.identities ?? []).map(each => withUtc(each, 'unlinkedAt')),
    },
    ...(receipt ? { receipt } : {}),
    changedAt: changedAt && changedAt.toISOString(),
  };
}

/** PostgreSQL writes times in JSON in its own way; the rules compare them as text. A time that is null is left out. */
function withUtc<T extends object>(row: T, ...keys: (keyof T)[]): T {
  const times = keys.map(key => [key, row[key] === null ? undefined : new Date(String(row[key])).toISOString()]);
  return { ...row, ...Object.fromEntries(times) } as T;
}
