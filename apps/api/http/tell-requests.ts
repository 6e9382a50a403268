// One line for each request, told when it was answered: the pattern of its route, never its address, and nothing that was sent.
import { endSpan, tell } from '#telemetry';
import { viewerOf } from './authentication.js';
import { visitOf } from './correlation.js';
import type { Fastify } from './fastify.js';

/** What probes ask again and again. */
const PROBES = ['/livez', '/readyz'];

interface Asked {
  id: string;
  method: string;
  /** Of a request that no route takes, there is none. */
  routeOptions: { url?: string };
}

interface Answered {
  statusCode: number;
  elapsedTime: number;
}

export function tellRequests(fastify: Fastify): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    tellAnswered(request, reply);
    endSpanOf(request, reply.statusCode);
    done();
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const began = performance.now();
    // Fastify's own hook for this is silent once a body was read.
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) tellAbandoned(request, began);
    });
    done();
  });
}

function tellAbandoned(request: Asked, began: number): void {
  tell('request-abandoned', {
    ...whatOf(request),
    ...{ personId: personIdOf(request), ms: rounded(performance.now() - began) },
  });
  endSpanOf(request);
}

function tellAnswered(request: Asked, { statusCode: status, elapsedTime }: Answered): void {
  const answered = { ...whatOf(request), status, ms: rounded(elapsedTime) };
  if (PROBES.includes(answered.route)) return tell('probe-answered', answered);
  const { operation, code } = visitOf(request);
  tell('request-answered', { ...answered, operation, personId: personIdOf(request), code });
}

function endSpanOf(request: Asked, status?: number): void {
  const { span, operation } = visitOf(request);
  if (!span) return;
  const { method, route } = whatOf(request);
  const attributes = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status };
  span.attributes = { ...attributes, 'graphql.operation': operation };
  endSpan(span);
}

const whatOf = (request: Asked) => ({
  correlationId: request.id,
  method: request.method,
  route: request.routeOptions.url ?? '*',
});

const personIdOf = (request: Asked): string | undefined =>
  viewerOf<{ actor?: { personId: string } }>(request)?.actor?.personId;

/** To a tenth of a millisecond. */
export const rounded = (ms: number): number => Math.round(ms * 10) / 10;
