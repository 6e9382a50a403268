// People with the roles that they held at a moment, found by name, organisation and role.
import { foldedText } from '../words/folded-text.js';
import type { Role } from '../words/roles.js';
import type { PeopleSearch } from './people.search.js';

interface Someone {
  id: string;
  displayName: string;
  organisation: { id: string };
}

interface Held {
  role: string;
  person: { id: string };
  organisation: { id: string };
}

export type WithRoles<Person, Assignment> = Person & { held: Assignment[] };

export function withRoles<Person extends Someone, Assignment extends Held>(
  people: readonly Person[],
  assignments: readonly Assignment[],
): WithRoles<Person, Assignment>[] {
  const byPerson = Map.groupBy(assignments, ({ person }) => person.id);
  return people.map(person => ({ ...person, held: byPerson.get(person.id) ?? [] }));
}

/** Macrons and capitals do not matter in a name. */
export function isWanted(person: WithRoles<Someone, Held>, { text = '', organisation, role }: PeopleSearch): boolean {
  return (
    foldedText(person.displayName).includes(foldedText(text.trim())) &&
    (organisation === undefined || person.organisation.id === organisation) &&
    (role === undefined || person.held.some(each => each.role === role))
  );
}

/** In the order of the roles’ own list, each once. */
export const rolesOf = ({ held }: { held: readonly Held[] }, order: readonly Role[]): Role[] =>
  order.filter(role => held.some(each => each.role === role));
