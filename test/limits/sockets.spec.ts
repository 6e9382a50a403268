// The limits of a WebSocket, each on both sides of its boundary; and that what holds by HTTP holds here.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Client, createClient } from 'graphql-ws';
import { setImmediate as lookUp } from 'node:timers/promises';
import WebSocket, { type ClientOptions } from 'ws';
import { unhindered } from '../harness/unhindered.js';
import { openTinyApp } from './door.js';
import { bell, faults } from './tiny.module.js';

const few = { perPerson: 2, perNetwork: 4, subscriptions: 3, messageBytes: 4_096 };

let app: NestFastifyApplication;
let clients: Client[] = [];
let plain: WebSocket[] = [];
beforeAll(async () => void (app = await openTinyApp({ sockets: few })));
afterEach(async () => {
  for (const client of clients) await client.dispose();
  for (const socket of plain) socket.terminate();
  [clients, plain] = [[], []];
  await untilNobodyIsThere(app);
});
afterAll(() => app.close());

const address = (of: NestFastifyApplication) =>
  `ws://127.0.0.1:${(of.getHttpServer().address() as { port: number }).port}/graphql`;

const connections = (of: NestFastifyApplication): Promise<number> =>
  new Promise(resolve => of.getHttpServer().getConnections((_error: Error | null, count: number) => resolve(count)));

async function untilNobodyIsThere(of: NestFastifyApplication): Promise<void> {
  while ((await connections(of)) > 0) await lookUp();
}

function clientOf(of = app, token = 'good'): Client {
  const client = createClient({
    ...{ url: address(of), webSocketImpl: WebSocket, retryAttempts: 0, lazy: true },
    connectionParams: { authorization: `Bearer ${token}` },
    onNonLazyError: () => {},
  });
  clients.push(client);
  return client;
}

/** The first thing that is told: `ok`, the code of an error, or the code with which the connection ended. */
async function told(client: Client, query: string, variables: Record<string, unknown> = {}): Promise<string> {
  try {
    const { value } = await client.iterate({ query, variables }).next();
    const { errors } = (value ?? {}) as { errors?: { extensions: { code: string } }[] };
    return errors?.[0]?.extensions.code ?? 'ok';
  } catch (error) {
    if (Array.isArray(error)) return (error[0] as { extensions: { code: string } }).extensions.code;
    return `closed ${(error as { code: number }).code}`;
  }
}

const links = (levels: number) =>
  `subscription { links ${'{ next '.repeat(levels - 2)}{ name }${' }'.repeat(levels - 2)} }`;
const times = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join(' ');

/** How a bare WebSocket is answered: its status, or `101`. */
const knock = (options: ClientOptions, protocol = 'graphql-transport-ws', at = address(app)): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(at, protocol, options);
    plain.push(socket);
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_request, response) => resolve(response.resume().statusCode ?? 0));
    socket.once('error', reject);
  });

describe('A subscription', () => {
  it.each([
    ['12 levels', links(12), 'ok'],
    ['13 levels', links(13), 'QUERY_TOO_DEEP'],
    ['15 aliases', `subscription { links { ${times(15, n => `a${n}: name`)} } }`, 'ok'],
    ['16 aliases', `subscription { links { ${times(16, n => `a${n}: name`)} } }`, 'TOO_MANY_ALIASES'],
    ['more bytes than a message may have', `subscription { links { ${times(1_993, () => 'name')} } }`, 'closed 1009'],
    ['a query', '{ link { name } }', 'SUBSCRIPTIONS_ONLY'],
    ['what fails', 'subscription { broken }', 'INTERNAL_SERVER_ERROR'],
  ])('of %s is answered as by HTTP', async (_name, query, expected) => {
    expect(await told(clientOf(), query)).toBe(expected);
    expect(faults.splice(0).length).toBe(expected === 'INTERNAL_SERVER_ERROR' ? 1 : 0);
  });

  it('is one of as many as a socket may have, and another may begin when one ends', async () => {
    const client = clientOf();
    const begun = [1, 2, 3].map(() => client.iterate({ query: links(3) }));
    for (const each of begun) await each.next();
    expect(await told(client, links(3))).toBe('TOO_MANY_SUBSCRIPTIONS');
    await begun[0]?.return?.();
    expect(await told(client, links(3))).toBe('ok');
  });

  it('is paid for by its person, from the same budget as what they ask by HTTP', async () => {
    const person = { perSecond: 0.001, burst: 30 };
    const poor = await openTinyApp({ rates: { ...unhindered, person } });
    const client = clientOf(poor);
    expect([await told(client, links(3)), await told(client, links(3)), await told(client, links(3))]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect(await told(client, links(3))).toBe('closed 1013');
    expect(await told(clientOf(poor, 'ben'), links(3))).toBe('ok');
    for (const each of clients.splice(0)) await each.dispose();
    await poor.close();
  });
});

describe('A socket', () => {
  it('is one of as many as a person may have', async () => {
    const [one, two, three] = [clientOf(), clientOf(app, 'second'), clientOf()];
    expect([await told(one, links(3)), await told(two, links(3)), await told(three, links(3))]).toEqual([
      'ok',
      'ok',
      'closed 1013',
    ]);
    expect(await told(clientOf(app, 'ben'), links(3))).toBe('ok');
  });

  it('is one of as many as a network may have', async () => {
    expect([await knock({}), await knock({}), await knock({}), await knock({}), await knock({})]).toEqual([
      101, 101, 101, 101, 429,
    ]);
  });

  it('is opened by our own pages and by programs, and by no other page', async () => {
    const { port } = new URL(address(app).replace('ws', 'http'));
    expect(await knock({})).toBe(101);
    expect(await knock({ origin: `http://127.0.0.1:${port}` })).toBe(101);
    for (const origin of ['https://example.org', 'null', `http://localhost:${port}`, `https://127.0.0.1:${port}`])
      expect([origin, await knock({ origin })]).toEqual([origin, 403]);
    expect(await knock({ headers: { cookie: '__Host-assent=x' } })).toBe(403);
  });

  it('speaks one protocol, at one address', async () => {
    expect(await knock({}, 'graphql-ws')).toBe(400);
    expect(await knock({ protocolVersion: 8 })).toBe(400);
    expect(await knock({}, undefined, address(app).replace('/graphql', '/'))).toBe(404);
  });

  it('has to say soon who comes', async () => {
    const hasty = await openTinyApp({ sockets: { introduction: 1 } });
    const socket = new WebSocket(address(hasty), 'graphql-transport-ws');
    expect(await new Promise(resolve => socket.once('close', resolve))).toBe(4408);
    await hasty.close();
  });

  it('whose client is silent is given up', async () => {
    const watchful = await openTinyApp({ sockets: { ping: 20 } });
    const socket = new WebSocket(address(watchful), 'graphql-transport-ws', { autoPong: false });
    expect(await new Promise(resolve => socket.once('close', resolve))).toBe(1013);
    await watchful.close();
  });

  it('does not keep the process from ending', async () => {
    const other = await openTinyApp();
    const client = clientOf(other);
    const ended = new Promise(resolve => client.on('closed', event => resolve((event as { code: number }).code)));
    expect(await told(client, links(3))).toBe('ok');
    await other.close();
    expect(await ended).toBe(1001);
    bell.ring();
  });
});
