// The headers of every answer. A handler that serves pages sets its own content-security-policy, which then stands.
import { CORRELATION_HEADER } from './correlation.js';
import type { Fastify } from './fastify.js';

export const ANSWER_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** One year. Only where the answer travels over TLS: over anything else browsers ignore it, and it would promise what is not so. */
const TLS_ONLY = { 'strict-transport-security': 'max-age=31536000' };

/** `protocol` is that of a trusted proxy, where one is in front. */
interface Asking {
  id: string;
  protocol: string;
}

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

export function setHeaders(request: Asking, reply: Headed): void {
  reply.header(CORRELATION_HEADER, request.id);
  const headers = request.protocol.toLowerCase() === 'https' ? { ...ANSWER_HEADERS, ...TLS_ONLY } : ANSWER_HEADERS;
  for (const [name, value] of Object.entries(headers)) {
    if (!reply.hasHeader(name)) reply.header(name, value);
  }
}
