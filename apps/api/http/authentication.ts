// Who is at the door. Everything under the guarded paths needs an access token; what its owner may do is decided elsewhere.
import { hash } from 'node:crypto';
import type { RateAccount } from '../graphql/rate-account.js';
import type { RateLimits } from '../graphql/rate-limits.js';
import type { Fastify } from './fastify.js';
import { GUARDED_PATHS } from './guarded-paths.js';
import { networkOf } from './network-of.js';
import { refusalBody } from './refusal-body.js';
import { tooMuch } from './too-much.js';

/** As much of a viewer as the door needs to know. */
export interface Known {
  actor: { personId: string };
}

/** Finds the person of an access token. Undefined for a token that is unknown, revoked or expired: the answer is the same. */
export type Authenticate<TViewer extends Known = Known> = (token: string) => Promise<TViewer | undefined>;

/** The injection token under which the application provides its Authenticate. */
export const AUTHENTICATE = Symbol('Authenticate');

const BEARER = /^Bearer +([\w.~+/=-]{1,512})$/i;
const guests = new WeakMap<object, { viewer: unknown; account: RateAccount }>();

/** The viewer whom the door let in with this request; undefined for a request that did not come through it. */
export function viewerOf<TViewer>(request: object): TViewer | undefined {
  return guests.get(request)?.viewer as TViewer | undefined;
}

/** Who pays for this request; undefined for one that did not come through the door. */
export const accountOf = (request: object): RateAccount | undefined => guests.get(request)?.account;

/** Answers 401 or 429 before the body is read, so that a stranger's body costs nothing. */
export function requireToken(fastify: Fastify, authenticate: Authenticate, limits: RateLimits): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!GUARDED_PATHS.has(request.routeOptions.url)) return;
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const key = token === undefined ? '' : hash('sha256', token, 'base64url');
    // A guess pays before the database is asked, and gets it back where it was none.
    const stranger = limits.knowsToken(key) ? undefined : limits.accountOfAddress(networkOf(request.ip));
    const strangerWaits = stranger?.enter() ?? 0;
    if (strangerWaits > 0) return tooMuch(reply, strangerWaits, request.id);
    const viewer = token === undefined ? undefined : await authenticate(token);
    if (viewer === undefined || viewer === null) {
      limits.forgetToken(key);
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .send(refusalBody('UNAUTHENTICATED', whoAreYou(token), request.id));
    }
    stranger?.giveBack();
    const account = limits.accountOf(viewer.actor.personId, key);
    const seconds = account.enter();
    if (seconds > 0) return tooMuch(reply, seconds, request.id);
    guests.set(request, { viewer, account });
  });
}

const whoAreYou = (token: string | undefined): string =>
  `${token === undefined ? 'An access token is missing' : 'This access token is not known'}; send yours in the header: Authorization: Bearer <token>.`;
