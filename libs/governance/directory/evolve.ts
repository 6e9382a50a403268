// The directory as the fold of its events.
import type { Directory } from './directory.js';
import type { DirectoryEvent } from './events.js';

export const emptyDirectory = (): Directory => ({
  organisations: [],
  people: [],
  assignments: [],
  tokens: [],
  identities: [],
});

const changed = <T extends { id: string }>(list: readonly T[], id: string, change: Partial<T>): T[] =>
  list.map(one => (one.id === id ? { ...one, ...change } : one));

/** `at` is the time of the command that the event belongs to. */
export function evolveDirectory(directory: Directory, event: DirectoryEvent, at: string): Directory {
  const { organisations, people, assignments, tokens, identities } = directory;
  switch (event.type) {
    case 'OrganisationAdded': {
      const { organisationId: id, name, organisationKind: kind } = event;
      return { ...directory, organisations: [...organisations, { id, name, kind }] };
    }
    case 'PersonAdded': {
      const { personId: id, organisationId } = event;
      return { ...directory, people: [...people, { id, organisationId }] };
    }
    case 'RoleAssigned': {
      const { type: _, assignmentId: id, ...assignment } = event;
      return { ...directory, assignments: [...assignments, { id, ...assignment }] };
    }
    case 'RoleEnded':
      return { ...directory, assignments: changed(assignments, event.assignmentId, { endsAt: event.endsAt }) };
    case 'TokenIssued': {
      const { tokenId: id, personId, scopes, expiresAt, issuedThrough } = event;
      const token = { id, personId, scopes, expiresAt, ...(issuedThrough ? { issuedThrough } : {}) };
      return { ...directory, tokens: [...tokens, token] };
    }
    case 'TokenRevoked':
      return { ...directory, tokens: changed(tokens, event.tokenId, { revokedAt: at }) };
    case 'IdentityLinked': {
      const { identityId: id, personId, issuer, subject } = event;
      return { ...directory, identities: [...identities, { id, personId, issuer, subject }] };
    }
    case 'IdentityUnlinked':
      return { ...directory, identities: changed(identities, event.identityId, { unlinkedAt: at }) };
    case 'WordsErased':
      return directory;
  }
}
