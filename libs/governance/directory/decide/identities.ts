// Which identity of an OpenID provider opens for which of our people. It is known by issuer and subject only, never by an address of mail.
import { blockedBy } from '../../problems.js';
import { keyed } from '../lookup.js';
import type { DirectoryRule } from '../situation.js';

export const linkIdentity: DirectoryRule<'LinkIdentity'> = {
  decide: ({ personId, issuer, subject }, { directory, newId }) => {
    const other = directory.identities.find(
      one => one.issuer === issuer && one.subject === subject && one.unlinkedAt === undefined,
    );
    if (other) return blockedBy('identity-linked', `identity:${other.id}`);
    return { type: 'IdentityLinked', identityId: newId(), personId, issuer, subject };
  },
};

export const unlinkIdentity: DirectoryRule<'UnlinkIdentity'> = {
  decide: ({ identityId }, { directory }) => {
    const { personId, unlinkedAt } = keyed(directory.identities, identityId);
    return unlinkedAt === undefined
      ? { type: 'IdentityUnlinked', identityId, personId }
      : blockedBy('already-unlinked', `identity:${identityId}`);
  },
};
