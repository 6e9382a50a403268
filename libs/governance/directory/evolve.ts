// The directory as the fold of its events.
import type { Directory } from './directory.js';
import type { DirectoryEvent } from './events.js';

export const emptyDirectory = (): Directory => ({ organisations: [], people: [], assignments: [], tokens: [] });

/** `at` is the time of the command that the event belongs to. */
export function evolveDirectory(directory: Directory, event: DirectoryEvent, at: string): Directory {
  const { organisations, people, assignments, tokens } = directory;
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
    case 'RoleEnded': {
      const { assignmentId, endsAt } = event;
      return {
        ...directory,
        assignments: assignments.map(one => (one.id === assignmentId ? { ...one, endsAt } : one)),
      };
    }
    case 'TokenIssued': {
      const { tokenId: id, personId, scopes, expiresAt, issuedThrough } = event;
      const token = { id, personId, scopes, expiresAt, ...(issuedThrough ? { issuedThrough } : {}) };
      return { ...directory, tokens: [...tokens, token] };
    }
    case 'TokenRevoked': {
      const { tokenId } = event;
      return { ...directory, tokens: tokens.map(one => (one.id === tokenId ? { ...one, revokedAt: at } : one)) };
    }
    case 'WordsErased':
      return directory;
  }
}
