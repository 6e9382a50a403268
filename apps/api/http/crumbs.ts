// A body may come in pieces, but not in crumbs: each chunk costs as much as a kilobyte, however little is in it.
import type { IncomingMessage } from 'node:http';
import type { Fastify } from './fastify.js';
import { refuseUnreadableRequest } from './unreadable.js';

/** Of a body that comes in chunks; with the largest lawful one there are 64 bytes in each of them. */
const MOST_CHUNKS = 4_096;

export function refuseCrumbs(fastify: Fastify): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.headers['transfer-encoding'] !== undefined) countChunks(request.raw);
    done(null, payload);
  });
}

/** Answered past the framework, which would go on reading, and hears of the connection's end. */
function countChunks(request: IncomingMessage): void {
  let chunks = 0;
  request.on('data', () => {
    chunks += 1;
    if (chunks !== MOST_CHUNKS) return;
    request.removeAllListeners('data');
    refuseUnreadableRequest(Object.assign(new Error(), { code: 'BODY_IN_CRUMBS' }), request.socket);
  });
}
