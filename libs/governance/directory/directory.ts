// The directory as the rules see it: organisations, people, roles from when to when, and access tokens without their secrets.
import type { Role } from '../vocabulary/index.js';

export const organisationKinds = ['AGENCY', 'NGO', 'IWI', 'OVERSIGHT', 'OTHER'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export type TokenScope = 'read' | 'write';

export interface Organisation {
  id: string;
  name: string;
  kind: OrganisationKind;
}

export interface DirectoryPerson {
  id: string;
  organisationId: string;
}

/** In force from `startsAt` until just before `endsAt`; without it, for as long as nobody ends it. ISO 8601, UTC. */
export interface RoleAssignment {
  id: string;
  personId: string;
  organisationId: string;
  role: Role;
  startsAt: string;
  endsAt?: string;
}

export interface AccessToken {
  id: string;
  personId: string;
  scopes: TokenScope[];
  /** The token in its owner's hand when they issued this one for themselves. */
  issuedThrough?: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
  revokedAt?: string;
}

/** Whom an OpenID provider knows under this subject, as one of our people. */
export interface Identity {
  id: string;
  personId: string;
  issuer: string;
  subject: string;
  /** ISO 8601, UTC. */
  unlinkedAt?: string;
}

/** Whole, or the part of it that a command is decided on: who and what it names, and all who administer. */
export interface Directory {
  organisations: Organisation[];
  people: DirectoryPerson[];
  assignments: RoleAssignment[];
  tokens: AccessToken[];
  identities: Identity[];
}
