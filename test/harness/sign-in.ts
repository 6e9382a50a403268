// A session without the way to a provider and back: what a browser of this person would have in its cookie.
import { v7 as uuidv7 } from 'uuid';
import { beginSession } from '#store';
import type { Member, PersonaKey } from './cast.js';
import { sessionTimes, type OpenApi } from './open-api.js';

const issuer = 'https://provider.example';

export interface Signed {
  /** For the header `cookie`. */
  cookie: string;
  name: string;
  value: string;
  sessionId: string;
}

/** `minutesAgo` is when they showed who they are; more than 15, and sign-offs ask for it anew. */
export async function signIn(
  { store }: Pick<OpenApi, 'store'>,
  who: PersonaKey | Member,
  minutesAgo = 0,
): Promise<Signed> {
  const { personId } = typeof who === 'string' ? store.cast.members[who] : who;
  const identityId = uuidv7();
  const identity = { issuer, subject: identityId };
  await store.cast.change([{ type: 'IdentityLinked', identityId, personId, ...identity }]);
  const authenticatedAt = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const beginning = { personId, identityId, authenticatedAt };
  const { secret: value, sessionId } = await beginSession(store.dataSource, beginning, sessionTimes);
  const name = '__Host-assent';
  return { cookie: `${name}=${value}`, name, value, sessionId };
}
