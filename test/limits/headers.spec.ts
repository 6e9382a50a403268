// The headers of every answer, whoever gives it: a handler, a hook, the router, or Node's own parser.
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { openTinyApp, post, query } from './door.js';

const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-correlation-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
};
const never = ['server', 'x-powered-by', 'access-control-allow-origin', 'set-cookie'];

let app: NestFastifyApplication;
let proxied: NestFastifyApplication;
const tight = { perSecond: 0.001, burst: 0.5 };

beforeAll(async () => {
  app = await openTinyApp();
  const rates = { person: { perSecond: 1, burst: 1_000 }, token: { perSecond: 1, burst: 1_000 }, address: tight };
  proxied = await openTinyApp({ rates, trustedProxies: ['127.0.0.1'] });
});
afterAll(async () => {
  await app.close();
  await proxied.close();
});

const get = (path: string, headers: Record<string, string> = {}) => request(app.getHttpServer()).get(path).set(headers);

/** What comes back for bytes that no HTTP client would send: status and headers. */
function raw(bytes: string): Promise<[status: number, headers: Record<string, string>]> {
  const { port } = app.getHttpServer().address() as { port: number };
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    let text = '';
    socket.setEncoding('latin1').on('data', (piece: string) => (text += piece));
    socket.on('error', reject).on('close', () => {
      const [head = ''] = text.split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      resolve([Number(first.split(' ')[1]), Object.fromEntries(lines.map(line => line.split(': ')))]);
    });
  });
}

describe('Every answer', () => {
  it.each<[string, number, () => PromiseLike<request.Response>]>([
    ['a query', 200, () => query(app, '{ page }')],
    ['a refused query', 400, () => query(app, '{ nothing }')],
    ['a fault', 200, () => query(app, '{ boom }')],
    ['no JSON', 400, () => post(app, '{')],
    ['an address that cannot be read', 400, () => get('/%zz')],
    ['a stranger', 401, () => request(app.getHttpServer()).post('/graphql')],
    ['nothing there', 404, () => get('/nowhere')],
    ['a WebSocket', 400, () => get('/graphql', { connection: 'Upgrade', upgrade: 'websocket' })],
    ['a WebSocket elsewhere', 404, () => get('/nowhere', { connection: 'Upgrade', upgrade: 'websocket' })],
    ['a body that is too large', 413, () => post(app, 'x'.repeat(300_000))],
    ['another content type', 415, () => post(app, '{}', { 'content-type': 'text/plain' })],
    [
      'too much at once',
      429,
      () => request(proxied.getHttpServer()).post('/graphql').set({ authorization: 'Bearer x' }),
    ],
    ['alive', 200, () => get('/livez')],
    ['ready', 200, () => get('/readyz')],
  ])('has them: %s', async (name, status, send) => {
    // The first guess empties the budget of the address.
    if (status === 429) await send();
    const answer = await send();
    expect([name, answer.status]).toEqual([name, status]);
    expect(answer.headers).toMatchObject(always);
    for (const header of [...never, 'strict-transport-security']) expect(answer.headers).not.toHaveProperty(header);
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['headers that are too large', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['no Host', 'GET /livez HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['an unknown expectation', 'GET /livez HTTP/1.1\r\nhost: x\r\nexpect: 200-ok\r\nconnection: close\r\n\r\n', 417],
  ])('has them where Node answers by itself otherwise: %s', async (_name, bytes, status) => {
    const [answered, headers] = await raw(bytes);
    expect(answered).toBe(status);
    expect(headers).toMatchObject(always);
    for (const header of never) expect(headers).not.toHaveProperty(header);
  });
});

describe('Strict-Transport-Security', () => {
  const hsts = async (of: NestFastifyApplication, protocol = 'https') => {
    const answer = await request(of.getHttpServer()).get('/livez').set({ 'x-forwarded-proto': protocol });
    return answer.headers['strict-transport-security'];
  };

  it('is sent where a trusted proxy speaks TLS, and not because anybody says so', async () => {
    expect([await hsts(proxied), await hsts(app)]).toEqual(['max-age=31536000', undefined]);
    expect([await hsts(proxied, 'HTTPS'), await hsts(proxied, 'http')]).toEqual(['max-age=31536000', undefined]);
  });
});
