// One id for each request: in the answer's header, in every log line about it, and in what a person is told when we failed.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Fastify } from './fastify.js';

export const CORRELATION_HEADER = 'x-correlation-id';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const running = new AsyncLocalStorage<string>();

/** The caller's own id where it is a UUID, otherwise a new one: no other text of a caller gets into the logs. */
export function correlationIdFor(request: { headers: IncomingHttpHeaders }): string {
  const given = request.headers[CORRELATION_HEADER];
  return typeof given === 'string' && UUID.test(given) ? given.toLowerCase() : randomUUID();
}

/** The id of the request that is being served. Outside a request a new one, so that a fault can always be found again. */
export function currentCorrelationId(): string {
  return running.getStore() ?? randomUUID();
}

/** Keeps the id (Fastify's `request.id`) with everything a handler starts. It is entered after the body is read, which may lose it. */
export function keepCorrelation(fastify: Fastify): void {
  fastify.addHook('preHandler', (request, _reply, done) => running.run(request.id, done));
}
