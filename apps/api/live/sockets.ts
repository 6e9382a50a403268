// The WebSockets that are open: let in, watched, and ended. What is said through them is protocol.ts's.
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols, type Server } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { faultFields, tell } from '#telemetry';
import { CROSS_SITE } from '../http/authentication.js';
import { isSameOrigin } from '../http/same-origin.js';
import type { Refused, SocketServer, Upgrade } from '../http/websocket.js';
import { rounded } from '../http/tell-requests.js';
import { type Ending, endings, endSocket } from './endings.js';
import { type Door, Guest } from './guest.js';
import type { Extra } from './protocol.js';
import type { SocketLimits } from './socket-limits.js';
import { Tally } from './tally.js';

export interface SocketsOptions {
  door: Door;
  /** Where our pages come from. */
  site: { origin: string };
  protocol: Server<Extra>;
  limits: SocketLimits;
}

export class Sockets implements SocketServer {
  private readonly server: WebSocketServer;
  private readonly open = new Set<WebSocket>();
  private readonly networks = new Tally();
  private readonly people = new Tally();

  constructor(private readonly options: SocketsOptions) {
    const { messageBytes: maxPayload } = options.limits;
    this.server = new WebSocketServer({
      ...{ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload, handleProtocols },
    });
  }

  get count(): number {
    return this.open.size;
  }

  refusalOf({ request: { headers }, network }: Upgrade): Refused | undefined {
    // Programs send no Origin, and have no session. Browsers send one from any page, and with it their cookie.
    const isOfBrowser = headers.origin !== undefined || headers.cookie !== undefined;
    if (isOfBrowser && !isSameOrigin(headers, this.options.site.origin)) return [403, 'CROSS_SITE', CROSS_SITE];
    const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map(each => each.trim());
    const isUnderstood = offered.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL) && headers['sec-websocket-version'] === '13';
    if (!isUnderstood || !/^[+/0-9A-Za-z]{22}==$/.test(headers['sec-websocket-key'] ?? ''))
      return [400, 'BAD_REQUEST', SPEAK];
    const { perNetwork } = this.options.limits;
    return this.networks.of(network) < perNetwork ? undefined : [429, 'RATE_LIMITED', TOO_MANY];
  }

  accept({ request, socket: duplex, head, correlationId, network }: Upgrade): void {
    this.server.handleUpgrade(request, duplex, head, socket => {
      const guest = new Guest(socket, network, this.options.door);
      this.register(socket, guest, { network, correlationId });
      this.watch(socket, guest);
      const admit = (personId: string): boolean => this.admit(personId, socket);
      const end = (ending: Ending): void => endSocket(socket, ending);
      this.speak(socket, { guest, headers: request.headers, correlationId, end, admit });
    });
  }

  /** Each client is told, and has a moment to say goodbye. */
  async close(): Promise<void> {
    const closed = [...this.open].map(socket => new Promise(resolve => socket.once('close', resolve)));
    for (const socket of this.open) endSocket(socket, endings.draining);
    await Promise.all(closed);
  }

  private register(
    socket: WebSocket,
    guest: Guest,
    { network, correlationId }: Pick<Upgrade, 'network' | 'correlationId'>,
  ): void {
    const began = performance.now();
    this.open.add(socket);
    this.networks.add(network);
    // What a client did wrong ends its connection, and is told with its end.
    socket.on('error', () => {});
    socket.once('close', (code: number) => {
      this.open.delete(socket);
      this.networks.drop(network);
      tell('socket-closed', { correlationId, personId: guest.personId, code, ms: rounded(performance.now() - began) });
    });
  }

  private admit(personId: string, socket: WebSocket): boolean {
    if (this.people.of(personId) >= this.options.limits.perPerson) return false;
    this.people.add(personId);
    socket.once('close', () => this.people.drop(personId));
    return true;
  }

  /** Who does not answer is gone, and who ended meanwhile is sent away though nothing happens. */
  private watch(socket: WebSocket, guest: Guest): void {
    let isThere = true;
    socket.on('pong', () => (isThere = true));
    const watching = setInterval(() => {
      if (!isThere) return endSocket(socket, endings.slow);
      isThere = false;
      socket.ping();
      if (guest.personId !== undefined)
        guest.viewerNow().catch((error: unknown) => tell('telling-failed', faultFields(error)));
    }, this.options.limits.ping).unref();
    socket.once('close', () => clearInterval(watching));
  }

  private speak(socket: WebSocket, extra: Extra): void {
    const { guest, end } = extra;
    const failed = (error: unknown): void => {
      if (isOfClient(error)) return end(endings.unreadable);
      tell('request-failed', { correlationId: extra.correlationId, ...faultFields(error) });
      end(endings.failed);
    };
    const closed = this.options.protocol.opened(
      {
        protocol: socket.protocol,
        send: text => this.send(socket, text),
        close: (code = 1000, reason = '') => end({ code, reason }),
        onMessage: hear =>
          void socket.on('message', (data: Buffer) => {
            // One that is ending is not listened to any more.
            if (socket.readyState === socket.OPEN && guest.paysForMessage()) hear(data.toString()).catch(failed);
          }),
      },
      extra,
    );
    socket.once('close', (code: number, reason: Buffer) => void closed(code, reason.toString()).catch(failed));
  }

  private async send(socket: WebSocket, text: string): Promise<void> {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > this.options.limits.heldBytes) return endSocket(socket, endings.slow);
    await new Promise<void>(resolve => socket.send(text, () => resolve()));
  }
}

/** graphql-ws throws at a message that only a server sends. */
const isOfClient = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Unexpected message of type');

const SPEAK = 'Ask for a WebSocket of version 13 with the protocol graphql-transport-ws.';
const TOO_MANY = 'There are too many connections from your network; close one, and connect again.';
