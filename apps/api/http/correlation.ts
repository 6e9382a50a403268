// One id for each request: in the answer's header, in every log line about it, and in what a person is told when we failed.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { enterSpan, type SpanTold } from '#telemetry';
import type { Fastify } from './fastify.js';

export const CORRELATION_HEADER = 'x-correlation-id';

/** What is known of a request while it is served, for the line that is logged when it was. No word of the client's. */
export interface Visit {
  correlationId: string;
  /** The root fields that were asked for, by their names in the schema: `proposals,viewer`. */
  operation?: string;
  /** Why it was refused. */
  code?: string;
  /** Of its traces. */
  span?: SpanTold;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const running = new AsyncLocalStorage<Visit>();
const visits = new WeakMap<object, Visit>();

/** The caller's own id where it is a UUID, otherwise a new one: no other text of a caller gets into the logs. */
export function correlationIdFor(request: { headers: IncomingHttpHeaders }): string {
  const given = request.headers[CORRELATION_HEADER];
  return typeof given === 'string' && UUID.test(given) ? given.toLowerCase() : randomUUID();
}

export function visitOf(request: { id: string }): Visit {
  const known = visits.get(request);
  if (known) return known;
  const visit: Visit = { correlationId: request.id };
  visits.set(request, visit);
  return visit;
}

/** That of the request that is being served. Outside a request a new one, so that a fault can always be found again. */
export const currentVisit = (): Visit => running.getStore() ?? { correlationId: randomUUID() };

export const currentCorrelationId = (): string => currentVisit().correlationId;

/** Keeps the visit with everything a handler starts. It is entered after the body is read, which may lose it. */
export function keepCorrelation(fastify: Fastify): void {
  fastify.addHook('preHandler', (request, _reply, done) => {
    const visit = visitOf(request);
    const { traceparent } = request.headers;
    visit.span = {
      name: 'request',
      isRoot: true,
      correlationId: visit.correlationId,
      traceparent: typeof traceparent === 'string' ? traceparent : '',
    };
    enterSpan(visit.span, () => running.run(visit, done));
  });
}
