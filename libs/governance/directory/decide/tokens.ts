// Access tokens: an administrator issues and revokes anybody's, everybody else their own. The secret is no part of the rules.
import { blockedBy } from '../../problems.js';
import { keyed } from '../lookup.js';
import type { AccessToken, Directory, TokenScope } from '../directory.js';
import type { DirectoryEvent } from '../events.js';
import { evolveDirectory } from '../evolve.js';
import type { DirectoryRule } from '../situation.js';
import { hasAdministrator, rolesInForce } from '../standing.js';
import { daysAfter } from '../times.js';

export const issueToken: DirectoryRule<'IssueToken'> = {
  /** Whoever holds no role any more does not prolong their stay. The door let them in with a token that may write. */
  isOwn: ({ personId }, { actorId, directory, at }) =>
    (personId === undefined || personId === actorId) && rolesInForce(directory, actorId, at).length > 0,
  decide: ({ personId, label, days, readOnly }, { actorId, through, directory, at, newId }) => {
    const owner = personId ?? actorId;
    const parent = owner === actorId && through !== undefined ? keyed(directory.tokens, through) : undefined;
    const scopes: TokenScope[] = readOnly ? ['read'] : ['read', 'write'];
    const asked = daysAfter(at, days);
    const expiresAt = parent && parent.expiresAt < asked ? parent.expiresAt : asked;
    const issued: DirectoryEvent = { type: 'TokenIssued', tokenId: newId(), personId: owner, label, scopes, expiresAt };
    return parent ? { ...issued, issuedThrough: parent.id } : issued;
  },
};

/** The token and, whoever had it, all that came of it: what was issued through it, and through that, and counts still. */
function withIssuedThrough(first: AccessToken, { tokens }: Directory, at: string): AccessToken[] {
  const valid = tokens.filter(({ revokedAt, expiresAt }) => revokedAt === undefined && expiresAt > at);
  const children = Map.groupBy(valid, ({ issuedThrough }) => issuedThrough);
  const all = new Set([first]);
  for (const { id } of all) for (const child of children.get(id) ?? []) all.add(child);
  return [...all];
}

export const revokeToken: DirectoryRule<'RevokeToken'> = {
  isOwn: ({ tokenId }, { actorId, directory }) => keyed(directory.tokens, tokenId).personId === actorId,
  decide: ({ tokenId }, { directory, at }) => {
    const token = keyed(directory.tokens, tokenId);
    if (token.revokedAt !== undefined) return blockedBy('already-revoked', `token:${tokenId}`);
    const revoked = withIssuedThrough(token, directory, at).map(({ id, personId }): DirectoryEvent => ({
      ...{ type: 'TokenRevoked', tokenId: id, personId },
    }));
    const after = revoked.reduce((before, event) => evolveDirectory(before, event, at), directory);
    const leavesNobody = hasAdministrator(directory, at) && !hasAdministrator(after, at);
    return leavesNobody ? blockedBy('last-administrator', `token:${tokenId}`) : revoked;
  },
};
