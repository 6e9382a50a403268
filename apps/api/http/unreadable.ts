// Requests that no handler could make sense of: an address that cannot be decoded, a Host that is none.
import { setHeaders } from './answer-headers.js';
import type { Fastify, Reply } from './fastify.js';
import { refusalBody, sendRefusal } from './refusal-body.js';

/** Fastify's `frameworkErrors`: its router refuses such an address before any hook runs, so the headers are set here. */
export function refuseAddress(
  _error: Error,
  request: { id: string },
  reply: Reply & Parameters<typeof setHeaders>[1],
): void {
  setHeaders(request, reply);
  sendRefusal(reply, 400, refusalBody('BAD_REQUEST', 'This address cannot be read.', request.id));
}

/** Apollo's handler builds a URL from the Host header, and would fail as if the fault were ours. */
export function refuseUnreadableHost(fastify: Fastify): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (URL.canParse(`http://${request.hostname}/`)) return done();
    sendRefusal(reply, 400, refusalBody('BAD_REQUEST', 'The Host header cannot be read.', request.id));
  });
}
