// Who may know of what in the directory. Organisations are for everybody; what one may not know of does not exist.
import type { Actor, Role } from '../vocabulary/index.js';

type Reader = Pick<Actor, 'personId' | 'organisationId' | 'roles'>;

const holdsOneOf = ({ roles }: Reader, ...wanted: Role[]): boolean => roles.some(({ role }) => wanted.includes(role));

/** Those who administer or audit know all people and all roles that they hold or held. */
export const seesDirectory = (reader: Reader): boolean => holdsOneOf(reader, 'administrator', 'auditor');

/** Tokens are for those who issue and revoke them. */
export const seesTokens = (reader: Reader): boolean => holdsOneOf(reader, 'administrator');

/** Colleagues know each other. */
export const knowsPerson = (reader: Reader, person: { organisationId: string }): boolean =>
  seesDirectory(reader) || person.organisationId === reader.organisationId;

export const knowsAssignment = (reader: Reader, assignment: { personId: string }): boolean =>
  seesDirectory(reader) || assignment.personId === reader.personId;

export const knowsToken = (reader: Reader, token: { personId: string }): boolean =>
  seesTokens(reader) || token.personId === reader.personId;
