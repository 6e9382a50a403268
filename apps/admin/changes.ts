// Each command of the operator's as events of the directory.
import { v7 as uuidv7 } from 'uuid';
import { newToken, type DirectoryEvent, type DirectoryView, type TokenScope } from '#store';
import { daysOf, idOf, kindOf, optionalId, roleOf, textOf, timeOf, type Given } from './options.js';
import { UsageError } from './usage.js';

export interface Change {
  events: DirectoryEvent[];
  /** Secrets by token id: shown once. */
  tokens: Map<string, string>;
}

type Make = (given: Given, directory: DirectoryView, now: Date) => Change;

const only = (...events: DirectoryEvent[]): Change => ({ events, tokens: new Map() });

function found<T extends { id: string }>(list: readonly T[], id: string, what: string): T {
  const one = list.find(each => each.id === id);
  if (!one) throw new UsageError(`There is no ${what} ${id}. See \`list\`.`);
  return one;
}

const day = 24 * 60 * 60 * 1000;

export function issueToken(personId: string, label: string, days: number, scopes: TokenScope[], now: Date): Change {
  const tokenId = uuidv7();
  const expiresAt = new Date(now.getTime() + days * day).toISOString();
  const event: DirectoryEvent = { type: 'TokenIssued', tokenId, personId, label, scopes, expiresAt };
  return { events: [event], tokens: new Map([[tokenId, newToken()]]) };
}

export const changes: Record<string, Make> = {
  'add-organisation': given =>
    only({
      type: 'OrganisationAdded',
      organisationId: uuidv7(),
      name: textOf(given, 'name'),
      organisationKind: kindOf(given),
    }),
  'add-person': (given, { organisations }) => {
    const { id: organisationId } = found(organisations, idOf(given, 'organisation'), 'organisation');
    return only({ type: 'PersonAdded', personId: uuidv7(), organisationId, displayName: textOf(given, 'name') });
  },
  'assign-role': (given, { people, organisations }, now) => {
    const person = found(people, idOf(given, 'person'), 'person');
    const organisation = optionalId(given, 'organisation') ?? person.organisationId;
    const { id: organisationId } = found(organisations, organisation, 'organisation');
    const startsAt = timeOf(given, 'from') ?? now.toISOString();
    const endsAt = timeOf(given, 'until');
    if (endsAt && endsAt <= startsAt) throw new UsageError('--until has to be later than --from.');
    const base = { assignmentId: uuidv7(), personId: person.id, organisationId, role: roleOf(given), startsAt };
    return only({ type: 'RoleAssigned', ...base, ...(endsAt ? { endsAt } : {}) });
  },
  'end-role': (given, { assignments }, now) => {
    const {
      id: assignmentId,
      personId,
      startsAt,
      endsAt,
    } = found(assignments, idOf(given, 'assignment'), 'assignment');
    if (endsAt && endsAt <= now) throw new UsageError('This role has ended already.');
    const at = startsAt > now ? startsAt : now;
    return only({ type: 'RoleEnded', assignmentId, personId, endsAt: at.toISOString() });
  },
  'issue-token': (given, { people }, now) => {
    const { id } = found(people, idOf(given, 'person'), 'person');
    const scopes: TokenScope[] = given['read-only'] ? ['read'] : ['read', 'write'];
    return issueToken(id, textOf(given, 'label'), daysOf(given, 90), scopes, now);
  },
  'revoke-token': (given, { tokens }) => {
    const { id: tokenId, personId, revokedAt } = found(tokens, idOf(given, 'token'), 'token');
    if (revokedAt) throw new UsageError('This token has been revoked already.');
    return only({ type: 'TokenRevoked', tokenId, personId });
  },
};
