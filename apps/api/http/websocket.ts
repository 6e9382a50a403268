// Where WebSockets come in: at the API's path, through the same hooks as any request, so that the same is refused in the same way.
import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Drain } from './drain.js';
import type { Fastify, Reply } from './fastify.js';
import { GRAPHQL_PATH } from './graphql-path.js';
import { hangUp } from './hang-up.js';
import { networkOf } from './network-of.js';
import { refusalBody, sendRefusal } from './refusal-body.js';

/** A connection that its client wants to be a WebSocket. */
export interface Upgrade {
  request: IncomingMessage;
  socket: Duplex;
  /** What came behind the request already. */
  head: Buffer;
  correlationId: string;
  network: string;
}

export type Refused = [status: number, code: string, message: string];

/** Serves WebSockets. */
export interface SocketServer {
  refusalOf(upgrade: Upgrade): Refused | undefined;
  accept(upgrade: Upgrade): void;
  /** Resolves when none is open any more. */
  close(): Promise<void>;
}

interface Asked {
  method?: string | undefined;
  url?: string | undefined;
  headers: { upgrade?: string | undefined };
}

/** Other protocols in `Upgrade`, such as h2c, are an offer, and ignored as HTTP wants it. */
const wantsSocket = ({ headers }: Asked): boolean => /\bwebsocket\b/i.test(headers.upgrade ?? '');

/** For Node's `shouldUpgradeCallback`: any other request is one of HTTP, and is answered as such. */
export const isForSockets = (request: Asked): boolean =>
  wantsSocket(request) && request.method === 'GET' && /^\/graphql(\?|$)/.test(request.url ?? '');

interface Waiting {
  socket: Duplex;
  head: Buffer;
  response: ServerResponse;
}

export function serveWebSockets(fastify: Fastify, sockets: SocketServer, drain: Drain): void {
  const waiting = new WeakMap<IncomingMessage, Waiting>();
  fastify.server.on('upgrade', (raw: IncomingMessage, socket: Duplex, head: Buffer) => {
    const response = new ServerResponse(raw);
    response.assignSocket(socket as never);
    // Whoever goes away is gone; what is sent to a client that was refused may still reach it.
    socket.on('error', () => {});
    response.once('finish', () => hangUp(socket as never));
    waiting.set(raw, { socket, head, response });
    fastify.routing(raw, response);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!wantsSocket(request.raw)) return done();
    const { socket, head, response } = waiting.get(request.raw) ?? {};
    if (!socket || !head || !response) return refuse(reply, NOWHERE, request.id);
    const upgrade = { request: request.raw, socket, head, correlationId: request.id, network: networkOf(request.ip) };
    const refused = sockets.refusalOf(upgrade);
    if (refused) return refuse(reply, refused, request.id);
    reply.hijack();
    drain.release(request);
    response.detachSocket(socket as never);
    sockets.accept(upgrade);
  });
  // Before the server waits for its connections to end.
  fastify.addHook('preClose', () => sockets.close());
}

const NOWHERE: Refused = [
  404,
  'NOT_FOUND',
  `WebSocket connections are served at GET ${GRAPHQL_PATH} only, for subscriptions by the protocol graphql-transport-ws.`,
];

function refuse(reply: Reply & { header(name: string, value: string): unknown }, refused: Refused, id: string): void {
  const [status, code, message] = refused;
  // What comes after such a request is no HTTP any more.
  reply.header('connection', 'close');
  sendRefusal(reply, status, refusalBody(code, message, id));
}
