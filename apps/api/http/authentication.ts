// Who is at the door. Everything under the GraphQL path needs an access token; what its owner may do is decided elsewhere.
import type { Fastify } from './fastify.js';
import { GRAPHQL_PATH } from './graphql-path.js';
import { refusalBody } from './refusal-body.js';

/** Finds the person of an access token. Undefined for a token that is unknown, revoked or expired: the answer is the same. */
export type Authenticate<TViewer = unknown> = (token: string) => Promise<TViewer | undefined>;

/** The injection token under which the application provides its Authenticate. */
export const AUTHENTICATE = Symbol('Authenticate');

const BEARER = /^Bearer +([\w.~+/=-]{1,512})$/i;
const viewers = new WeakMap<object, unknown>();

/** The viewer whom the door let in with this request; undefined for a request that did not come through it. */
export function viewerOf<TViewer>(request: object): TViewer | undefined {
  return viewers.get(request) as TViewer | undefined;
}

/** Answers 401 before the body is read, so that a stranger's body costs nothing. */
export function requireToken(fastify: Fastify, authenticate: Authenticate): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url !== GRAPHQL_PATH) return;
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const viewer = token === undefined ? undefined : await authenticate(token);
    if (viewer === undefined || viewer === null) {
      const message = `${token === undefined ? 'An access token is missing' : 'This access token is not known'}; send yours in the header: Authorization: Bearer <token>.`;
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .send(refusalBody('UNAUTHENTICATED', message, request.id));
    }
    viewers.set(request, viewer);
  });
}
