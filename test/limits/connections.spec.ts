// Connections that want to be something else, or never come to an end: refused in a sentence, and none is left hanging.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate as lookUp } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openTinyApp, query, verdict } from './door.js';
import { faults, touched } from './tiny.module.js';

const hello =
  'GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n\r\n';
const mutation = '{"query":"mutation { touch }"}';

let app: NestFastifyApplication;
let sockets: Socket[] = [];
beforeAll(async () => void (app = await openTinyApp()));
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
});
afterAll(() => app.close());

/** A connection whose own side stays open whatever the server does. */
async function open(bytes: string): Promise<Socket> {
  const { port } = app.getHttpServer().address() as { port: number };
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  await once(socket, 'connect');
  socket.on('error', () => {}).write(bytes);
  return socket;
}

/** All that the server says until it ends its side. */
async function heard(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  await once(socket, 'end');
  return text;
}

const connections = (): Promise<number> =>
  new Promise((resolve, reject) =>
    app
      .getHttpServer()
      .getConnections((error: Error | null, count: number) => (error ? reject(error) : resolve(count))),
  );

async function untilNobodyIsThere(): Promise<void> {
  while ((await connections()) > 0) await lookUp();
}

describe('A WebSocket', () => {
  it.each([
    ['elsewhere', hello.replace('/graphql', '/')],
    ['of an unknown protocol', hello.replace('13', '99').replace('GET', 'POST')],
    ['with frames at once', `${hello.replace('/graphql', '/nothing')}\x81\x05hello`],
  ])('that is asked for %s is refused in a sentence, and let go', async (_name, bytes) => {
    const text = await heard(await open(bytes));
    expect(text).toMatch(/^HTTP\/1\.1 404 /);
    expect(text).toContain('WebSocket connections are served at GET /graphql only');
    await untilNobodyIsThere();
    expect(faults).toEqual([]);
  });

  it('is no business of a request that only offers HTTP/2', async () => {
    const answer = await query(app, '{ page }').set({ connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' });
    expect(verdict(answer)).toBe('200 ok');
  });
});

describe('A body', () => {
  const head = (rest: string) =>
    `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer good\r\ncontent-type: application/json\r\n${rest}\r\n\r\n`;
  const chunked = head('transfer-encoding: chunked');
  const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

  it('may come in chunks, and in thousands of them', async () => {
    const padded = mutation.replace('}"}', `}${' '.repeat(4_000)}"}`);
    const socket = await open(chunked + [...padded].map(chunk).join(''));
    socket.end('0\r\n\r\n');
    expect(await heard(socket)).toMatch(/^HTTP\/1\.1 200 /);
    expect(touched).toHaveLength(1);
  });

  it('is refused in crumbs, and whoever goes on sending them is cut off', async () => {
    const text = await heard(await open(chunked + chunk(' ').repeat(20_000)));
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text).toContain('The body comes in too many chunks');
    await untilNobodyIsThere();
    expect(faults).toEqual([]);
  });

  it('that is too large is told so while it is still being sent', async () => {
    const text = await heard(await open(head('content-length: 100000000') + 'x'.repeat(1_000_000)));
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    await untilNobodyIsThere();
  });

  it('that breaks off is nobody’s fault', async () => {
    const socket = await open(head('content-length: 1000') + '{"query":');
    socket.destroy();
    await untilNobodyIsThere();
    expect(verdict(await query(app, '{ page }'))).toBe('200 ok');
    expect(faults).toEqual([]);
  });
});
