// A door beside the product's own, for those who run it: /metrics, /livez and /readyz on an address and port of their own.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Metrics } from './metrics.js';

/** Whether a process can do its work: one word for each part, and neither addresses nor versions. */
export interface Readiness {
  ready: boolean;
  parts: Record<string, string>;
}

export interface SideDoorOptions {
  /** 0: any that is free. */
  port: number;
  host: string;
  metrics: Metrics;
  isReady: () => Promise<Readiness>;
}

export interface SideDoor {
  address: string;
  close(): Promise<void>;
}

/** Rejects with the error of `listen`, such as EADDRINUSE. */
export async function openSideDoor({ port, host, metrics, isReady }: SideDoorOptions): Promise<SideDoor> {
  const answers: Record<string, (response: ServerResponse) => Promise<void>> = {
    '/livez': async response => sendJson(response, 200, { alive: true }),
    '/readyz': async response => {
      const readiness = await isReady();
      sendJson(response, readiness.ready ? 200 : 503, readiness);
    },
    '/metrics': async response => {
      response.setHeader('content-type', metrics.contentType).end(await metrics.text());
    },
  };
  const server = createServer((request, response) => {
    const answer = request.method === 'GET' ? answers[request.url ?? ''] : undefined;
    if (!answer) return sendJson(response, 404, { found: false });
    answer(response).catch(() => sendJson(response, 500, { answered: false }));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    address: addressOf(server.address() as AddressInfo),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(JSON.stringify(body));
}

const addressOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
