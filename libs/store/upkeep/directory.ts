// Are the tables of the directory what the entries of its stream make of them? Roles and tokens decide who may do what, so a row
// that no entry made is somebody who let themselves in.
import { isDeepStrictEqual } from 'node:util';
import type { Client } from 'pg';
import { emptyDirectory, evolveDirectory, type Directory, type DirectoryEvent } from '#governance';
import { isSystem, joinWords } from '../ledger/index.js';
import { storedEvents, type StoredEvent } from '../rebuild.js';
import { parsed, saidBy } from './said.js';

export interface DirectoryReport {
  rows: number;
  /** Rows that differ, that no entry made, or that are gone: their kind and id. */
  differing: string[];
}

type Kind = 'organisation' | 'person' | 'role assignment' | 'access token' | 'identity';

/** What a row says, by its kind and id. Display names are told apart from the rest: they are words, and may be erased. */
type Rows = Map<string, object>;

const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const stored = `
  select 'organisation' as kind, id, jsonb_build_object('name', name, 'kind', kind) as says from organisation
  union all select 'person', id, jsonb_build_object('organisationId', organisation_id, 'displayName', display_name) from person
  union all select 'role assignment', id, jsonb_strip_nulls(jsonb_build_object('personId', person_id,
      'organisationId', organisation_id, 'role', role, 'startsAt', ${utc('starts_at')}, 'endsAt', ${utc('ends_at')}))
    from role_assignment
  union all select 'access token', id, jsonb_strip_nulls(jsonb_build_object('personId', person_id, 'scopes', scopes,
      'issuedThrough', issued_through, 'expiresAt', ${utc('expires_at')}, 'revokedAt', ${utc('revoked_at')}))
    from access_token
  union all select 'identity', id, jsonb_strip_nulls(jsonb_build_object('personId', person_id, 'issuer', issuer,
      'subject', subject, 'unlinkedAt', ${utc('unlinked_at')}))
    from person_identity`;

/** In a snapshot of its own, so that a change in between is in both or in neither. */
export async function inspectDirectory(client: Client): Promise<DirectoryReport> {
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query<{ kind: Kind; id: string; says: object }>(stored);
  const { rows: events } = await client.query<StoredEvent>(storedEvents(`array['directory']`, 'true'));
  await client.query('commit');
  // What Assent itself writes in was put there by a migration, not by an entry.
  const ours = rows.filter(({ id }) => !isSystem(id));
  const found: Rows = new Map(ours.map(({ kind, id, says }) => [`${kind} ${id}`, says]));
  const made = foldAll(events);
  const names = [...new Set([...found.keys(), ...made.keys()])];
  return { rows: ours.length, differing: names.filter(name => !isSame(found.get(name), made.get(name))) };
}

function isSame(found: object | undefined, made: object | undefined): boolean {
  if (found === undefined || made === undefined) return false;
  // Names whose words were erased are compared with nothing.
  const erased = Object.keys(found).filter(key => words.includes(key) && !(key in made));
  const rest = Object.entries(found).filter(([key]) => !erased.includes(key));
  return isDeepStrictEqual(Object.fromEntries(rest), made);
}

const words = ['name', 'displayName', 'issuer', 'subject'];

/** Each event is about one row; those of one row are folded by themselves, so that it takes no longer than there are events. */
function foldAll(events: readonly StoredEvent[]): Rows {
  const folds = new Map<string, { directory: Directory; displayName?: string }>();
  for (const { bytes, words: own } of events) {
    const { type, at = '', payload = {} } = saidBy(bytes);
    const readable = (own ?? []).filter(({ text }) => parsed(text) !== undefined);
    const event = { ...joinWords(payload, readable), type } as DirectoryEvent;
    const key = rowOf(event);
    const { directory, displayName } = folds.get(key) ?? { directory: emptyDirectory() };
    const name = event.type === 'PersonAdded' ? event.displayName : displayName;
    // A type that there is not folds into nothing: its row is then told as one that differs.
    folds.set(key, { directory: evolveDirectory(directory, event, at) ?? emptyDirectory(), displayName: name });
  }
  return new Map([...folds.values()].flatMap(({ directory, displayName }) => rowsOf(directory, displayName)));
}

const rowOf = (event: DirectoryEvent): string => {
  type Id = 'assignmentId' | 'tokenId' | 'identityId' | 'personId' | 'organisationId';
  const ids = event as Partial<Record<Id, string>>;
  return ids.assignmentId ?? ids.tokenId ?? ids.identityId ?? ids.personId ?? ids.organisationId ?? '';
};

function rowsOf(directory: Directory, displayName?: string): [string, object][] {
  const { organisations, people, assignments, tokens, identities } = directory;
  const named = (kind: Kind, rows: { id: string }[]): [string, object][] =>
    rows.map(({ id, ...says }) => [`${kind} ${id}`, JSON.parse(JSON.stringify(says)) as object]);
  return [
    ...named('organisation', organisations),
    ...named(
      'person',
      people.map(({ id, organisationId }) => ({ id, organisationId, displayName })),
    ),
    ...named(
      'role assignment',
      assignments.map(({ id, personId, organisationId, role, startsAt, endsAt }) => ({
        ...{ id, personId, organisationId, role, startsAt: instant(startsAt), endsAt: instant(endsAt) },
      })),
    ),
    ...named(
      'access token',
      tokens.map(({ id, personId, scopes, issuedThrough, expiresAt, revokedAt }) => ({
        ...{ id, personId, scopes, issuedThrough, expiresAt: instant(expiresAt), revokedAt: instant(revokedAt) },
      })),
    ),
    ...named(
      'identity',
      identities.map(({ unlinkedAt, ...said }) => ({ ...said, unlinkedAt: instant(unlinkedAt) })),
    ),
  ];
}

/** As the tables are asked for it: an entry may say the same moment in another way. */
const instant = (time: string | undefined): string | undefined =>
  time === undefined || Number.isNaN(Date.parse(time)) ? time : new Date(time).toISOString();
