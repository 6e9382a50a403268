// Access tokens: an administrator issues and revokes anybody's, everybody else their own. The secret is no part of the rules.
import { blockedBy } from '../../problems.js';
import { keyed } from '../lookup.js';
import type { TokenScope } from '../directory.js';
import type { DirectoryEvent } from '../events.js';
import { evolveDirectory } from '../evolve.js';
import type { DirectoryRule } from '../situation.js';
import { hasAdministrator, rolesInForce } from '../standing.js';
import { daysAfter } from '../times.js';

export const issueToken: DirectoryRule<'IssueToken'> = {
  /** Whoever holds no role any more does not prolong their stay. The door let them in with a token that may write. */
  isOwn: ({ personId }, { actorId, directory, at }) =>
    (personId === undefined || personId === actorId) && rolesInForce(directory, actorId, at).length > 0,
  decide: ({ personId, label, days, readOnly }, { actorId, at, newId }) => {
    const scopes: TokenScope[] = readOnly ? ['read'] : ['read', 'write'];
    const expiresAt = daysAfter(at, days);
    return { type: 'TokenIssued', tokenId: newId(), personId: personId ?? actorId, label, scopes, expiresAt };
  },
};

export const revokeToken: DirectoryRule<'RevokeToken'> = {
  isOwn: ({ tokenId }, { actorId, directory }) => keyed(directory.tokens, tokenId).personId === actorId,
  decide: ({ tokenId }, { directory, at }) => {
    const { personId, revokedAt } = keyed(directory.tokens, tokenId);
    if (revokedAt !== undefined) return blockedBy('already-revoked', `token:${tokenId}`);
    const revoked: DirectoryEvent = { type: 'TokenRevoked', tokenId, personId };
    const leavesNobody =
      hasAdministrator(directory, at) && !hasAdministrator(evolveDirectory(directory, revoked, at), at);
    return leavesNobody ? blockedBy('last-administrator', `token:${tokenId}`) : revoked;
  },
};
