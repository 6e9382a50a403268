// The witness's door: short requests, soon over, and nothing told of what went wrong inside.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Witness } from './witness.js';

export interface Served {
  address: string;
  close: () => Promise<void>;
}

interface ServeOptions {
  witness: Witness;
  /** Its own key as text. */
  verifier: string;
  port: number;
  host: string;
}

/** Bytes: some sixty hashes and as many signatures take less. */
const longestBody = 32_768;
/** Milliseconds in which a request has to be complete. */
const patience = 10_000;
const mostConnections = 100;

export async function serve({ witness, verifier, port, host }: ServeOptions): Promise<Served> {
  const server = createServer({ requestTimeout: patience, headersTimeout: patience }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error('A request was not answered because of a fault of ours:', error);
      send(response, 500, 'It cannot be answered just now.\n');
    });
  });
  server.maxConnections = mostConnections;
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET' && request.url === '/') return send(response, 200, `${verifier}\n`);
    if (request.method !== 'POST' || request.url !== '/add-checkpoint')
      return send(response, 404, 'There is nothing here.\n');
    const body = await bodyOf(request);
    if (body === undefined) return send(response, 400, 'That is longer than any checkpoint with its proof.\n');
    const { status, body: text, type } = witness.addCheckpoint(body, Math.floor(Date.now() / 1000));
    send(response, status, text, type);
  }
  server.listen(port, host);
  await once(server, 'listening');
  const { address, family, port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

/** Undefined for what is too long. Bytes that are no UTF-8 become what no note holds. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body);
}
