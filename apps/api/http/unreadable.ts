// Requests that no handler could make sense of: bytes that are no HTTP, an address that cannot be decoded, a Host that is none.
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { tell } from '#telemetry';
import { ANSWER_HEADERS, setHeaders } from './answer-headers.js';
import { CORRELATION_HEADER } from './correlation.js';
import type { Fastify, Reply } from './fastify.js';
import { hangUp } from './hang-up.js';
import { JSON_ONLY, refusalBody, sendRefusal } from './refusal-body.js';

/** Fastify's `frameworkErrors`: its router refuses such an address before any hook runs, so the headers are set here. */
export function refuseAddress(
  _error: Error,
  request: Parameters<typeof setHeaders>[0],
  reply: Reply & Parameters<typeof setHeaders>[1],
): void {
  setHeaders(request, reply);
  sendRefusal(reply, 400, refusalBody('BAD_REQUEST', 'This address cannot be read.', request.id));
  // No hook runs for it, so that it is told here.
  tellUnread(request.id, 400);
}

/** Apollo's handler builds a URL from the Host header, and would fail as if the fault were ours. */
export function refuseUnreadableHost(fastify: Fastify): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (URL.canParse(`http://${request.hostname}/`)) return done();
    sendRefusal(reply, 400, refusalBody('BAD_REQUEST', 'The Host header cannot be read.', request.id));
  });
}

/** Fastify reads every body as plain UTF-8, whatever its headers say that it is. */
export function refuseEncodings(fastify: Fastify): void {
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
    const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(type)?.[1] ?? 'utf-8';
    if (/^utf-?8$/i.test(charset) && /^identity$/i.test(encoding)) return done(null, payload);
    sendRefusal(reply, 415, refusalBody('UNSUPPORTED_MEDIA_TYPE', JSON_ONLY, request.id));
  });
}

/** By what Node's parser calls it; crumbs are our own word. */
const UNREADABLE: Record<string, [status: number, code: string, message: string]> = {
  BODY_IN_CRUMBS: [413, 'BODY_TOO_LARGE', 'The body comes in too many chunks; send larger ones, or its length.'],
  HPE_HEADER_OVERFLOW: [431, 'HEADERS_TOO_LARGE', 'Address and headers may have 16 KB together; send less of them.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'BODY_TOO_LARGE', 'The chunks carry too many extensions; send none.'],
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    'REQUEST_TOO_SLOW',
    'The request did not arrive in time; send it again, all at once.',
  ],
};

/** Fastify's `clientErrorHandler`. There is no request and no reply yet: the answer is written by hand, and the connection ends. */
export function refuseUnreadableRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const unread: (typeof UNREADABLE)[string] = [400, 'BAD_REQUEST', 'This is no HTTP request that can be read.'];
  const [status, code, message] = UNREADABLE[error.code ?? ''] ?? unread;
  const id = randomUUID();
  tellUnread(id, status);
  const body = JSON.stringify(refusalBody(code, message, id));
  const headers = {
    ...ANSWER_HEADERS,
    [CORRELATION_HEADER]: id,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  hangUp(socket, `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`);
}

const tellUnread = (correlationId: string, status: number): void =>
  tell('request-answered', { correlationId, route: '*', status });
