// The headers of every answer. A handler that serves pages sets its own content-security-policy, which then stands.
import { CORRELATION_HEADER } from './correlation.js';
import type { Fastify } from './fastify.js';

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

interface Headed {
  hasHeader(name: string): boolean;
  header(name: string, value: string): unknown;
}

export function setAnswerHeaders(fastify: Fastify): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    setHeaders(request, reply);
    done(null, payload);
  });
}

export function setHeaders(request: { id: string }, reply: Headed): void {
  reply.header(CORRELATION_HEADER, request.id);
  for (const [name, value] of Object.entries(HEADERS)) {
    if (!reply.hasHeader(name)) reply.header(name, value);
  }
}
