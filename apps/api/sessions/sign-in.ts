// Signing in and out: to the provider and back, and the session that begins. Everything here is for browsers and answers with pages.
import type { IncomingHttpHeaders } from 'node:http';
import type { DataSource } from 'typeorm';
import { beginSession, findLinkedPerson, findSession, type SessionTimes } from '#store';
import { tell } from '#telemetry';
import { cookieOf, SESSION_COOKIE, setCookie, type Site } from '../http/site.js';
import type { AgencyProvider, Authenticated } from './agency-provider.js';
import { endOfJourney, packJourney, unpackJourney, type Journey } from './journey.js';
import { returnPath } from './return-path.js';
import { pageAnswer, redirect, type Answer } from './answer.js';
import * as words from './words.js';

export interface SigningIn {
  dataSource: DataSource;
  times: SessionTimes;
  /** Undefined where nobody can sign in. */
  provider?: AgencyProvider;
}

export interface Coming {
  /** Of this request. */
  id: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
}

const CALLBACK = '/sign-in/callback';

/** GET /sign-in: to the provider. With `fresh`, whoever is signed in shows anew who they are. */
export async function toProvider(
  { dataSource, times, provider }: SigningIn,
  site: Site,
  coming: Coming,
): Promise<Answer> {
  const asked = new URL(coming.path, site.origin).searchParams;
  const returnTo = returnPath(asked.get('return'));
  if (!provider) return pageAnswer(503, words.notSetUp());
  const secret = asked.has('fresh') ? cookieOf(coming.headers.cookie, SESSION_COOKIE) : undefined;
  const present = secret === undefined ? undefined : await findSession(dataSource, secret, times);
  const again = present?.actor.personId;
  const [url, journey] = await provider.begin(`${site.origin}${CALLBACK}`, { returnTo, ...(again ? { again } : {}) });
  return redirect(url, packJourney(journey));
}

/** GET /sign-in/callback: back from the provider. What the browser carried is dropped, whatever comes of it. */
export async function fromProvider(signingIn: SigningIn, site: Site, coming: Coming): Promise<Answer> {
  const journey = unpackJourney(coming.headers.cookie);
  if (!signingIn.provider) return pageAnswer(503, words.notSetUp());
  if (!journey) return pageAnswer(400, words.notBegun());
  const authenticated = await signingIn.provider.finish(new URL(coming.path, site.origin), journey);
  return admit(signingIn, coming, journey, authenticated);
}

async function admit(
  { dataSource, times }: SigningIn,
  { id: correlationId, headers }: Coming,
  { returnTo, again }: Journey,
  { authenticatedAt, ...identity }: Authenticated,
): Promise<Answer> {
  const linked = await findLinkedPerson(dataSource, identity);
  if (!linked) return turnAway(correlationId, 'unknown-identity', words.unknownIdentity(identity));
  const { personId, identityId, roles } = linked;
  if (again !== undefined && again !== personId)
    return turnAway(correlationId, 'somebody-else', words.somebodyElse(returnPath(returnTo)), personId);
  if (roles.length === 0) return turnAway(correlationId, 'no-role', words.noRole(), personId);
  const instead = cookieOf(headers.cookie, SESSION_COOKIE);
  const { sessionId, secret } = await beginSession(
    dataSource,
    { personId, identityId, authenticatedAt, instead },
    times,
  );
  tell('signed-in', { correlationId, personId, sessionId });
  return redirect(returnPath(returnTo), endOfJourney(), setCookie(SESSION_COOKIE, secret));
}

function turnAway(correlationId: string, reason: string, content: Parameters<typeof pageAnswer>[1], personId?: string) {
  tell('sign-in-refused', { correlationId, reason, personId });
  return pageAnswer(403, content, endOfJourney());
}
