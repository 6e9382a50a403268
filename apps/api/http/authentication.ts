// Who is at the door. Everything under the GraphQL path needs an access token or a session; what their owner may do is decided elsewhere.
import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RateAccount } from '../graphql/rate-account.js';
import type { RateLimits } from '../graphql/rate-limits.js';
import { credentialOf, type Credential } from './credential.js';
import type { Fastify } from './fastify.js';
import { isNavigation, pageOfFile, signInFor } from './file-pages.js';
import { isFilePath } from './file-paths.js';
import { GRAPHQL_PATH } from './graphql-path.js';
import { networkOf } from './network-of.js';
import { JSON_ONLY, refusalBody } from './refusal-body.js';
import { isSameOrigin } from './same-origin.js';
import type { Site } from './site.js';
import { tooMuch } from './too-much.js';

/** As much of a viewer as the door needs to know. */
export interface Known {
  actor: { personId: string };
}

/**
 * Finds the person of an access token or a session. Undefined for what is unknown, ended or expired: the answer is the same. What is
 * unattended keeps no session alive.
 */
export type Authenticate<TViewer extends Known = Known> = (
  credential: Credential,
  isAttended?: boolean,
) => Promise<TViewer | undefined>;

/** The injection token under which the application provides its Authenticate. */
export const AUTHENTICATE = Symbol('Authenticate');

const guests = new WeakMap<object, { viewer: unknown; account: RateAccount }>();

/** The viewer whom the door let in with this request; undefined for a request that did not come through it. */
export function viewerOf<TViewer>(request: object): TViewer | undefined {
  return guests.get(request)?.viewer as TViewer | undefined;
}

/** For what comes another way than by a request. */
export const letIn = (carrying: object, guest: { viewer: unknown; account: RateAccount }): void =>
  void guests.set(carrying, guest);

/**
 * By which a page of ours says for whom it was opened. Whoever signs in in another window of the same browser takes the cookie over: without
 * this the first page would show what is theirs, and act in their name.
 */
export const PERSON_HEADER = 'x-assent-person';

/** By which a page of ours says that it asks by itself, since others changed what it shows: its person may have gone home. */
export const UNATTENDED_HEADER = 'x-assent-unattended';

const isForSomebodyElse = ({ actor }: Known, headers: IncomingHttpHeaders): boolean =>
  ![undefined, actor.personId].includes(headers[PERSON_HEADER] as string | undefined);

/** Who pays for this request; undefined for one that did not come through the door. */
export const accountOf = (request: object): RateAccount | undefined => guests.get(request)?.account;

export interface Door {
  authenticate: Authenticate;
  limits: RateLimits;
  site: Site;
}

/** Answers 401, 403, 405, 415 or 429 before the body is read, so that a stranger's body costs nothing. */
export function guardDoor(fastify: Fastify, { authenticate, limits, site }: Door): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const isFile = isFilePath(request.routeOptions.url);
    if (request.routeOptions.url !== GRAPHQL_PATH && !isFile) return;
    const credential = credentialOf(request.headers);
    const misuse = misuseOf(credential, { method: request.method, headers: request.headers, isFile }, site.origin);
    const isFollowed = isFile && isNavigation(request);
    if (misuse?.[1] === 'CROSS_SITE' && isFollowed) return reply.redirect(pageOfFile(request.url), 303);
    if (misuse) return reply.code(misuse[0]).send(refusalBody(misuse[1], misuse[2], request.id));
    const shown = credential === 'both' ? undefined : credential;
    const key = shown === undefined ? '' : hash('sha256', shown.secret, 'base64url');
    // A guess pays before the database is asked, and gets it back where it was none.
    const stranger = limits.knowsToken(key) ? undefined : limits.accountOfAddress(networkOf(request.ip));
    const strangerWaits = stranger?.enter() ?? 0;
    if (strangerWaits > 0) return tooMuch(reply, strangerWaits, request.id);
    const viewer = shown && (await authenticate(shown, request.headers[UNATTENDED_HEADER] === undefined));
    if (viewer === undefined || viewer === null) {
      limits.forgetToken(key);
      if (isFollowed && shown?.kind !== 'token') return reply.redirect(signInFor(request.url), 303);
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .send(refusalBody('UNAUTHENTICATED', whoAreYou(shown), request.id));
    }
    stranger?.giveBack();
    if (isForSomebodyElse(viewer, request.headers))
      return reply.code(401).send(refusalBody('UNAUTHENTICATED', SOMEBODY_ELSE, request.id));
    const account = limits.accountOf(viewer.actor.personId, key);
    const seconds = account.enter();
    if (seconds > 0) return tooMuch(reply, seconds, request.id);
    guests.set(request, { viewer, account });
  });
}

interface Asking {
  method: string;
  headers: IncomingHttpHeaders;
  /** Files are fetched by GET, which changes nothing. */
  isFile: boolean;
}

type Misuse = [status: number, code: string, message: string];

/** What a session must not be used for, whosever it is: a browser adds its cookie to requests that its person knows nothing of. */
function misuseOf(
  credential: ReturnType<typeof credentialOf>,
  { method, headers, isFile }: Asking,
  ourOrigin: string,
): Misuse | undefined {
  if (credential === 'both') return [400, 'BAD_REQUEST', 'Send an access token or a session, not both.'];
  if (credential?.kind !== 'session') return undefined;
  if (!isFile && method !== 'POST')
    return [405, 'METHOD_NOT_ALLOWED', 'With a session the API is at POST /graphql only.'];
  if (!isFile && !/^application\/json *(;|$)/i.test(headers['content-type'] ?? ''))
    return [415, 'UNSUPPORTED_MEDIA_TYPE', JSON_ONLY];
  return isSameOrigin(headers, ourOrigin) ? undefined : [403, 'CROSS_SITE', CROSS_SITE];
}

export const CROSS_SITE =
  'This request does not come from a page of Assent, so that your session does not count for it. Programs send an access token instead.';

const SOMEBODY_ELSE = 'Somebody else has signed in in this browser since this page was opened; sign in again.';

function whoAreYou(shown: Credential | undefined): string {
  if (shown?.kind === 'session') return 'Your session has ended; sign in again.';
  const what = shown === undefined ? 'An access token is missing' : 'This access token is not known';
  return `${what}; send yours in the header: Authorization: Bearer <token>.`;
}
