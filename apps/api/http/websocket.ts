// WebSocket connections are not served yet: whoever asks for one is told so at once, before a token is looked at.
import type { Fastify } from './fastify.js';
import { refusalBody, sendRefusal } from './refusal-body.js';

/** Other protocols in `Upgrade`, such as h2c, are an offer, and ignored as HTTP wants it. */
export function refuseWebSockets(fastify: Fastify): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!/\bwebsocket\b/i.test(request.headers.upgrade ?? '')) return done();
    // What comes after such a request is no HTTP any more.
    reply.header('connection', 'close');
    const message = 'WebSocket connections are not served here; send queries and mutations by POST /graphql.';
    sendRefusal(reply, 404, refusalBody('NOT_FOUND', message, request.id));
  });
}
