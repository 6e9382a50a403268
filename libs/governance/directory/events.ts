// What can have happened to the directory. Names are words and can be erased, and so is what a provider calls somebody; ids, roles and
// times are not.
import type { Role } from '../vocabulary/index.js';
import type { WordsErased } from '../erasure/events.js';
import type { OrganisationKind, TokenScope } from './directory.js';

export type DirectoryEvent =
  | { type: 'OrganisationAdded'; organisationId: string; name: string; organisationKind: OrganisationKind }
  | { type: 'PersonAdded'; personId: string; organisationId: string; displayName: string }
  | {
      type: 'RoleAssigned';
      assignmentId: string;
      personId: string;
      organisationId: string;
      role: Role;
      /** ISO 8601, UTC. */
      startsAt: string;
      endsAt?: string;
    }
  | { type: 'RoleEnded'; assignmentId: string; personId: string; endsAt: string }
  | {
      type: 'TokenIssued';
      tokenId: string;
      personId: string;
      label: string;
      scopes: TokenScope[];
      expiresAt: string;
      issuedThrough?: string;
    }
  | { type: 'TokenRevoked'; tokenId: string; personId: string }
  | { type: 'IdentityLinked'; identityId: string; personId: string; issuer: string; subject: string }
  | { type: 'IdentityUnlinked'; identityId: string; personId: string }
  | WordsErased;
