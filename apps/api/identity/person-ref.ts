// A person as a view names them: known by name, or hidden behind role and organisation (a hidden person in
// `docs/rules.md` 12).
import { roles } from '#governance';
import type { Performer } from '#store';
import type { Organisation } from '../schema/people.js';
import type { Loaders } from './context.js';

/** What resolvers hand on as a Person; name and organisation are looked up only when asked for. */
export interface PersonRef {
  __typename: 'Person';
  id: string;
  by: Performer;
  known: boolean;
  displayName: string;
  organisation: Organisation;
}

/** A hidden person has no id of their own: two acts of one person cannot be told from those of two. */
export const personRef = (by: Performer, known: boolean): PersonRef =>
  ({
    __typename: 'Person',
    id: known ? by.personId : `hidden:${by.role}:${by.organisationId}`,
    by,
    known,
  }) as PersonRef;

/** Somebody of the directory whom the viewer may know; no act of theirs is shown, so the role says nothing. */
export const knownPerson = (personId: string, organisationId: string): PersonRef =>
  personRef({ personId, organisationId, role: 'analyst' }, true);

export const hiddenName = async ({ by }: PersonRef, loaders: Loaders): Promise<string> =>
  `${by.role === 'system' ? 'Assent' : roles[by.role]}, ${(await organisationOf(by.organisationId, loaders)).name}`;

/** Throws when the directory has no such organisation: rows refer to it, so that is a fault. */
export async function organisationOf(id: string, { organisations }: Loaders): Promise<Organisation> {
  const organisation = await organisations.load(id);
  if (!organisation) throw new Error(`Organisation ${id} is not in the directory.`);
  return organisation;
}
