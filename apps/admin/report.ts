// What an operator sees: the directory as lists, and what a change made.
import type { DirectoryEvent } from '#governance';
import type { DirectoryView } from '#store';

const day = (time: Date | null): string => time?.toISOString().slice(0, 16).replace('T', ' ') ?? 'open';

export function directoryLines({ organisations, people, assignments, tokens, identities }: DirectoryView): string[] {
  const roles = (personId: string) => assignments.filter(each => each.personId === personId);
  const issued = (personId: string) => tokens.filter(each => each.personId === personId);
  const linked = (personId: string) => identities.filter(each => each.personId === personId);
  const nameOf = (personId: string) => people.find(({ id }) => id === personId)?.displayName ?? personId;
  return organisations.flatMap(({ id, name, kind }) => [
    `${name} (${kind})  ${id}`,
    ...people
      .filter(({ organisationId }) => organisationId === id)
      .flatMap(person => [
        `  ${person.displayName}  ${person.id}`,
        ...roles(person.id).map(
          each => `    role ${each.role}  ${day(each.startsAt)} – ${day(each.endsAt)}  ${each.id}`,
        ),
        ...issued(person.id).map(
          each =>
            `    token “${each.label}” (${each.scopes.join(', ')})  ${tokenState(each)}${issueOf(each, nameOf)}  ${each.id}`,
        ),
        ...linked(person.id).map(each => `    signs in as ${each.subject} of ${each.issuer}${endOf(each)}  ${each.id}`),
      ]),
  ]);
}

type Token = DirectoryView['tokens'][number];

const tokenState = ({ expiresAt, revokedAt }: Token): string =>
  revokedAt ? `revoked ${day(revokedAt)}` : `until ${day(expiresAt)}`;

const endOf = ({ unlinkedAt }: DirectoryView['identities'][number]): string =>
  unlinkedAt ? `, until ${day(unlinkedAt)}` : '';

/** Who has seen its secret, and with which token in hand they issued it to themselves. */
const issueOf = ({ issuedBy, issuedThrough }: Token, nameOf: (personId: string) => string): string =>
  `${issuedBy ? `  issued by ${nameOf(issuedBy)}` : ''}${issuedThrough ? ` through ${issuedThrough}` : ''}`;

/** `secret` is that of the token issued. */
export function changeLines(events: DirectoryEvent[], secret = ''): string[] {
  return events.flatMap(event => {
    switch (event.type) {
      case 'OrganisationAdded':
        return [`Organisation ${event.name}: ${event.organisationId}`];
      case 'PersonAdded':
        return [`Person ${event.displayName}: ${event.personId}`];
      case 'RoleAssigned':
        return [`Role ${event.role} from ${event.startsAt}: ${event.assignmentId}`];
      case 'RoleEnded':
        return [`Role ended at ${event.endsAt}.`];
      case 'TokenIssued':
        return [`Token ${event.tokenId}, until ${event.expiresAt}. It is shown once:`, secret];
      case 'TokenRevoked':
        return [`Token ${event.tokenId} revoked; it opens nothing any more.`];
      case 'IdentityLinked':
        return [`Identity ${event.identityId}: ${event.subject} of ${event.issuer} signs in as ${event.personId}.`];
      case 'IdentityUnlinked':
        return [`Identity ${event.identityId} unlinked; nobody signs in with it any more.`];
      case 'WordsErased':
        return ['Words erased.'];
    }
  });
}
