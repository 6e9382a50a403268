// How much may be asked, over HTTP: who is let through, who waits, what they are told, and that nothing of it ran.
import { afterEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { listen } from '#telemetry';
import type { HttpAppOptions } from '../../apps/api/http/http-app.js';
import { openTinyApp, post, query, verdict } from './door.js';
import { asked, faults, touched } from './tiny.module.js';

/** For so many requests that cost one unit each, and so slow that nothing comes back while a test runs. */
const few = (requests: number) => ({ perSecond: 0.001, burst: requests - 0.5 });
const many = few(1_000_000);

let app: NestFastifyApplication;
afterEach(async () => {
  await app.close();
  faults.length = touched.length = asked.length = 0;
});

const open = async (options: Partial<HttpAppOptions>) => void (app = await openTinyApp(options));
const rates = (given: Partial<HttpAppOptions['rates']>) => ({
  rates: { person: many, token: many, address: many, ...given },
});
const times = async (count: number, send: () => PromiseLike<request.Response>) => {
  const verdicts: string[] = [];
  for (let n = 0; n < count; n += 1) verdicts.push(verdict(await send()));
  return verdicts;
};
const as = (token: string, headers: Record<string, string> = {}) =>
  post(app, { query: '{ page }' }, { authorization: `Bearer ${token}`, ...headers });

describe('A person who asks too much', () => {
  it('is refused before anything runs, and told when to ask again', async () => {
    await open(rates({ person: few(5) }));
    expect(verdict(await query(app, 'mutation { touch }'))).toBe('200 ok');
    const answer = await query(app, 'mutation { touch }');
    expect(verdict(answer)).toBe('429 RATE_LIMITED');
    expect(touched).toHaveLength(1);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.body.errors[0].message).toBe(
      `Too much was asked in a short time; wait, and ask again in ${answer.headers['retry-after']} s.`,
    );
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body.errors[0].extensions.correlationId).toBe(answer.headers['x-correlation-id']);
    expect(faults).toEqual([]);
  });

  it('is refused whichever of their tokens they use, and nobody else is', async () => {
    await open(rates({ person: few(3) }));
    await query(app, 'mutation { touch }');
    expect([verdict(await as('good')), verdict(await as('second')), verdict(await as('ben'))]).toEqual([
      '429 RATE_LIMITED',
      '429 RATE_LIMITED',
      '200 ok',
    ]);
  });

  it('is refused for one token and served for another, where the token is what ran dry', async () => {
    await open(rates({ token: few(3) }));
    await query(app, 'mutation { touch }');
    expect([verdict(await as('good')), verdict(await as('second'))]).toEqual(['429 RATE_LIMITED', '200 ok']);
  });

  it('pays for requests that come to nothing', async () => {
    await open(rates({ person: few(4) }));
    const verdicts = await times(5, () => post(app, '{"query":'));
    expect(verdicts).toEqual([...Array(4).fill('400 BAD_REQUEST'), '429 RATE_LIMITED']);
  });

  it('is not refused for a long document, which is paid for before it is read', async () => {
    await open(rates({ person: few(2) }));
    const long = `${'# kōrero\n'.repeat(20_000)}{ page }`;
    expect(verdict(await query(app, long))).toBe('200 ok');
    expect(verdict(await query(app, '{ page }'))).toBe('429 RATE_LIMITED');
  });

  it('pays for the reading of what comes to nothing', async () => {
    await open(rates({ person: few(20) }));
    const wrong = `{ ${'nothing '.repeat(1_900)} }`;
    expect([verdict(await query(app, wrong)), verdict(await query(app, wrong))]).toEqual([
      '400 GRAPHQL_VALIDATION_FAILED',
      '429 RATE_LIMITED',
    ]);
  });

  it('does not get many operations through at once', async () => {
    await open(rates({ person: few(12) }));
    const answers = await Promise.all(Array.from({ length: 12 }, () => query(app, 'mutation { touch }')));
    expect(answers.map(answer => answer.status).filter(status => status === 429).length).toBeGreaterThan(8);
    expect(touched.length).toBeLessThan(4);
  });
});

describe('A stranger', () => {
  it('may guess a few tokens; then the directory is not asked any more', async () => {
    await open(rates({ address: few(5) }));
    let guess = 0;
    const verdicts = await times(20, () => as(`guess${(guess += 1)}`));
    expect(verdicts).toEqual([...Array(5).fill('401 UNAUTHENTICATED'), ...Array(15).fill('429 RATE_LIMITED')]);
    expect(asked).toHaveLength(5);
    expect(verdict(await request(app.getHttpServer()).post('/graphql'))).toBe('429 RATE_LIMITED');
    expect((await request(app.getHttpServer()).get('/livez')).status).toBe(200);
  });

  it('does not shut out those whose token was known before from the same address', async () => {
    await open(rates({ address: few(5) }));
    expect(verdict(await as('good'))).toBe('200 ok');
    await times(10, () => as('bad'));
    expect([verdict(await as('good')), verdict(await as('second'))]).toEqual(['200 ok', '429 RATE_LIMITED']);
  });

  it('costs nothing where the token was good', async () => {
    await open(rates({ address: few(1) }));
    expect(await times(3, () => as('ben'))).toEqual(Array(3).fill('200 ok'));
    expect([verdict(await as('good')), verdict(await as('bad')), verdict(await as('second'))]).toEqual([
      '200 ok',
      '401 UNAUTHENTICATED',
      '429 RATE_LIMITED',
    ]);
  });
});

describe('X-Forwarded-For', () => {
  const from = (address: string) => as('bad', { 'x-forwarded-for': address });

  it('is not believed unless the configuration says of whom', async () => {
    await open(rates({ address: few(2) }));
    let n = 0;
    const verdicts = await times(4, () => from(`203.0.113.${(n += 1)}`));
    expect(verdicts).toEqual([...Array(2).fill('401 UNAUTHENTICATED'), ...Array(2).fill('429 RATE_LIMITED')]);
  });

  it('of a peer that is not trusted is told of once: all who come through it share one address', async () => {
    const told: string[] = [];
    const deaf = listen(({ name }) => name === 'forwarding-unheeded' && told.push(name));
    await open({ ...rates({}), trustedProxies: ['127.0.0.1'] });
    await from('203.0.113.1');
    expect(told).toEqual([]);
    for (const trustedProxies of [undefined, ['192.0.2.7']]) {
      await app.close();
      await open({ ...rates({}), trustedProxies });
      await as('bad', {});
      expect(told).toEqual([]);
      await times(3, () => from('203.0.113.1'));
      expect(told.splice(0)).toEqual(['forwarding-unheeded']);
    }
    deaf();
  });

  it.each([
    ['an address', ['127.0.0.1']],
    ['a network', ['10.0.0.0/8', '127.0.0.0/8']],
    ['a number of proxies', 1],
  ])('is believed of %s that is trusted', async (_name, trustedProxies) => {
    await open({ ...rates({ address: few(1) }), trustedProxies });
    const shut = [await from('203.0.113.1'), await from('203.0.113.1'), await from('203.0.113.2')].map(verdict);
    expect(shut).toEqual(['401 UNAUTHENTICATED', '429 RATE_LIMITED', '401 UNAUTHENTICATED']);
    // What a client wrote itself stands before what the proxy added, and counts for nothing.
    expect(verdict(await from('198.51.100.9, 203.0.113.2'))).toBe('429 RATE_LIMITED');
  });

  it('is not believed of anybody else', async () => {
    await open({ ...rates({ address: few(1) }), trustedProxies: ['192.0.2.7'] });
    expect([await from('203.0.113.1'), await from('203.0.113.2')].map(verdict)).toEqual([
      '401 UNAUTHENTICATED',
      '429 RATE_LIMITED',
    ]);
  });

  it('counts an address as one, whichever port the proxy adds to it', async () => {
    await open({ ...rates({ address: few(1) }), trustedProxies: 1 });
    const addresses = [
      '8.8.4.4:1001',
      '8.8.4.4:1002',
      '8.8.4.4',
      '[2001:db8::1]:443',
      '[2001:db8::2]:444',
      '2001:db8::3',
    ];
    const verdicts = [];
    for (const address of addresses) verdicts.push(verdict(await from(address)));
    const once = ['401 UNAUTHENTICATED', '429 RATE_LIMITED', '429 RATE_LIMITED'];
    expect(verdicts).toEqual([...once, ...once]);
  });

  it('counts an IPv6 network as one', async () => {
    await open({ ...rates({ address: few(1) }), trustedProxies: 1 });
    expect(
      [await from('2001:db8::1'), await from('2001:db8:0:0:ffff::2'), await from('2001:db8:0:1::1')].map(verdict),
    ).toEqual(['401 UNAUTHENTICATED', '429 RATE_LIMITED', '401 UNAUTHENTICATED']);
  });
});
