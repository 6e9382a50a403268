// What a client expects of us before it sends its body. Node answers `100-continue` itself; all else would get a bare 417 from it.
import type { Fastify } from './fastify.js';
import { refusalBody, sendRefusal } from './refusal-body.js';

const unmet = new WeakSet<object>();

/** Sends such a request the way of all others, where it is refused like them. */
export function refuseExpectations(fastify: Fastify): void {
  fastify.server.on('checkExpectation', (request: object, answer: object) => {
    unmet.add(request);
    fastify.server.emit('request', request, answer);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!unmet.has(request.raw)) return done();
    const message = 'What the header Expect asks for is not done here; leave it out.';
    sendRefusal(reply, 417, refusalBody('EXPECTATION_FAILED', message, request.id));
  });
}
