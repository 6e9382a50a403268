// How things stand in the directory at a moment: roles in force, who could administer, and which roles may not meet.
import { roleKeys, type Role } from '../vocabulary/index.js';
import type { AccessToken, Directory, RoleAssignment } from './directory.js';

/** From when to when; without an end, for good. ISO 8601, UTC. */
export type Span = Pick<RoleAssignment, 'startsAt' | 'endsAt'>;

export const isInForce = ({ startsAt, endsAt }: Span, at: string): boolean =>
  startsAt <= at && (endsAt === undefined || endsAt > at);

/** Is there a moment that belongs to both? A span that ends as it begins has none. */
export function overlaps(one: Span, other: Span): boolean {
  const startsAt = one.startsAt > other.startsAt ? one.startsAt : other.startsAt;
  return [one, other].every(({ endsAt }) => endsAt === undefined || endsAt > startsAt);
}

/** Whoever administers holds no other role meanwhile: so administrators read no dossier and judge none. */
export const mayNotMeet = (one: Role, other: Role): boolean =>
  one !== other && (one === 'administrator' || other === 'administrator');

/** This person's roles at that moment, the most particular first. */
export const rolesInForce = ({ assignments }: Directory, personId: string, at: string): RoleAssignment[] =>
  assignments
    .filter(assignment => assignment.personId === personId && isInForce(assignment, at))
    .sort((a, b) => roleKeys.indexOf(a.role) - roleKeys.indexOf(b.role));

export const holds = (directory: Directory, personId: string, role: Role, at: string): boolean =>
  rolesInForce(directory, personId, at).some(assignment => assignment.role === role);

const opensForWriting = ({ scopes, expiresAt, revokedAt }: AccessToken, at: string): boolean =>
  scopes.includes('write') && revokedAt === undefined && expiresAt > at;

/** Is there somebody who administers now, with no end in sight, and has a token to do it with? */
export const hasAdministrator = ({ assignments, tokens }: Directory, at: string): boolean =>
  assignments.some(
    ({ role, personId, startsAt, endsAt }) =>
      role === 'administrator' &&
      startsAt <= at &&
      endsAt === undefined &&
      tokens.some(token => token.personId === personId && opensForWriting(token, at)),
  );
