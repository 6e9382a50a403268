// What the door refuses besides the limits, and what a client learns from it: a code, a sentence, an id, and nothing else.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { openTinyApp, post, query, verdict } from './door.js';
import { faults, readiness, touched } from './tiny.module.js';

const ID = /^[0-9a-f-]{36}$/;
let app: NestFastifyApplication;
beforeAll(async () => void (app = await openTinyApp()));
afterAll(() => app.close());
afterEach(() => void (faults.length = touched.length = 0));

const get = (path: string, headers: Record<string, string> = {}) => request(app.getHttpServer()).get(path).set(headers);

describe('without a token', () => {
  it.each([
    ['no header', {}],
    ['another scheme', { authorization: 'Basic Z29vZA==' }],
    ['an empty token', { authorization: 'Bearer ' }],
    ['an unknown token', { authorization: 'Bearer bad' }],
    ['two tokens', { authorization: 'Bearer good good' }],
  ])('answers 401 to %s', async (_name, headers: Record<string, string>) => {
    const answer = await request(app.getHttpServer()).post('/graphql').set(headers).send({ query: '{ page }' });
    expect(verdict(answer)).toBe('401 UNAUTHENTICATED');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.body.data).toBeUndefined();
  });

  it('answers 401 to GET, to a trailing slash and to an encoded path', async () => {
    expect(verdict(await get('/graphql?query={page}'))).toBe('401 UNAUTHENTICATED');
    expect(verdict(await get('/%67raphql?query={page}'))).toBe('401 UNAUTHENTICATED');
    expect(verdict(await get('/graphql/?query={page}'))).toBe('404 NOT_FOUND');
  });

  it('knows the viewer of a good token', async () => {
    expect((await query(app, '{ me }')).body.data).toEqual({ me: 'Ana' });
  });
});

describe('HTTP', () => {
  it('refuses a batch', async () => {
    expect(verdict(await post(app, [{ query: '{ page }' }, { query: '{ page }' }]))).toBe('400 BAD_REQUEST');
    expect(verdict(await post(app, []))).toBe('400 BAD_REQUEST');
  });

  it('refuses a mutation by GET, and a GET that a foreign page could send', async () => {
    const answer = await get('/graphql?query=mutation{touch}', {
      authorization: 'Bearer good',
      'apollo-require-preflight': '1',
    });
    expect(verdict(answer)).toBe('405 BAD_REQUEST');
    expect(answer.body.errors[0].message).toBe('GET is for queries only; send mutations by POST.');
    expect(verdict(await get('/graphql?query={page}', { authorization: 'Bearer good' }))).toBe('400 BAD_REQUEST');
    expect(touched).toEqual([]);
  });

  it('shows no landing page', async () => {
    const answer = await get('/graphql', { authorization: 'Bearer good', accept: 'text/html' });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/<html|https?:/);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    '',
  ])('refuses the content type "%s"', async type => {
    expect(verdict(await post(app, '{"query":"mutation{touch}"}', { 'content-type': type }))).toBe(
      '415 UNSUPPORTED_MEDIA_TYPE',
    );
    expect(touched).toEqual([]);
  });

  it.each(['{"query":', '', '{"query":"{ page }","__proto__":{}}', 'null', '"text"', '{}', '{"query":7}'])(
    'refuses the body %s',
    async body => expect(verdict(await post(app, body))).toBe('400 BAD_REQUEST'),
  );

  it('answers 404 in the same shape, without repeating the address', async () => {
    const answer = await get('/nowhere/secret');
    expect(verdict(answer)).toBe('404 NOT_FOUND');
    expect(answer.text).not.toContain('secret');
    expect(verdict(await get('/%zz'))).toBe('400 BAD_REQUEST');
  });

  it.each(['a b', ''])('refuses the Host "%s"', async host => {
    expect(verdict(await post(app, { query: '{ page }' }, { host }))).toBe('400 BAD_REQUEST');
    expect(faults).toEqual([]);
  });

  it("keeps the caller's correlation id only when it is a UUID", async () => {
    const id = '0190f5a4-7d2c-7e11-9a3b-5c1f0e8d2b47';
    expect((await get('/livez', { 'x-correlation-id': id })).headers['x-correlation-id']).toBe(id);
    expect((await get('/livez', { 'x-correlation-id': 'evil text' })).headers['x-correlation-id']).toMatch(ID);
  });
});

describe('a fault of ours', () => {
  it('is masked, and logged once with the id that the client was told', async () => {
    const answer = await query(app, '{ boom }');
    const [error] = answer.body.errors;
    expect(error.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      correlationId: answer.headers['x-correlation-id'],
    });
    expect(error.message).toContain(error.extensions.correlationId);
    expect(answer.text).not.toMatch(/secret|srv|stack/);
    expect(faults).toEqual([expect.objectContaining({ correlationId: error.extensions.correlationId, path: 'boom' })]);
    expect(faults[0]?.message).toContain('relation "secret"');
    expect(JSON.stringify(faults)).not.toContain('a name');
  });
});

describe('a door that cannot ask who it is', () => {
  it('answers 500 without detail, and logs it once', async () => {
    const answer = await post(app, { query: '{ page }' }, { authorization: 'Bearer broken' });
    expect(verdict(answer)).toBe('500 INTERNAL_SERVER_ERROR');
    expect(answer.text).not.toContain('directory');
    expect(faults.map(fault => fault.correlationId)).toEqual([answer.headers['x-correlation-id']]);
  });
});

describe('what a client caused', () => {
  it.each(['{ pagee }', '{ link { nam } }', '{ page(firs: 1) }', '{ link { ... on Lnk { name } } }'])(
    'gets no suggestion for %s',
    async text => {
      const answer = await query(app, text);
      expect(verdict(answer)).toBe('400 GRAPHQL_VALIDATION_FAILED');
      expect(answer.text).not.toContain('Did you mean');
    },
  );

  it('is refused as bad input when a variable has the wrong type', async () => {
    const answer = await query(app, 'query ($n: Int) { page(first: $n) }', { n: 'x'.repeat(500) });
    expect(verdict(answer)).toBe('400 BAD_USER_INPUT');
    expect(answer.text).not.toContain('x'.repeat(81));
    expect(faults).toEqual([]);
  });

  it.each([
    ['a literal', `{ page(first: "${'x'.repeat(500)}") }`],
    ['an object', `{ page(first: { ${Array.from({ length: 60 }, (_, n) => `k${n}: "vv"`).join(' ')} }) }`],
    ['a name', `{ ${'x'.repeat(500)} }`],
    ['a syntax error', `{ page(first: ${'x'.repeat(500)}! }`],
  ])('is not repeated at length: %s', async (_name, text) => {
    const answer = await query(app, text);
    expect(answer.status).toBe(400);
    expect(Math.max(...answer.body.errors.map((error: { message: string }) => error.message.length))).toBeLessThan(200);
    expect(answer.text).not.toContain('x'.repeat(81));
  });

  it('is refused as bad input when a variable is null where none may be', async () => {
    const answer = await query(app, 'query ($t: String = "x") { needed(text: $t) }', { t: null });
    expect(verdict(answer)).toBe('400 BAD_USER_INPUT');
    expect(faults).toEqual([]);
  });

  it('is not repeated at length in a long object of a variable', async () => {
    const wide = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`key${n}`, 'vv']));
    const answer = await query(app, 'query ($t: String) { echo(text: $t) }', { t: wide });
    expect(verdict(answer)).toBe('400 BAD_USER_INPUT');
    expect(answer.body.errors[0].message.length).toBeLessThan(200);
  });
});

describe('scalars', () => {
  const echo = (type: string, name: string, value: unknown) =>
    query(app, `query ($v: ${type}) { echo(${name}: $v) }`, { v: value });

  it('reads any offset and answers UTC', async () => {
    expect((await echo('DateTime', 'at', '2026-11-22T22:30:00+13:00')).body.data.echo).toBe('2026-11-22T09:30:00.000Z');
    expect((await query(app, '{ moment }')).body.data.moment).toBe('2026-11-22T09:30:00.000Z');
    for (const wrong of ['2026-11-22', '2026-11-22T09:30:00', '2026-02-30T00:00:00Z', 'soon', 1]) {
      expect(verdict(await echo('DateTime', 'at', wrong))).toBe('400 BAD_USER_INPUT');
    }
  });

  it('takes UUIDs strictly, and spells them one way', async () => {
    const id = '0190F5A4-7D2C-7E11-9A3B-5C1F0E8D2B47';
    expect((await echo('UUID', 'id', id)).body.data.echo).toBe(id.toLowerCase());
    for (const wrong of [`{${id}}`, id.replaceAll('-', ''), `${id}\n`, '', 7]) {
      expect(verdict(await echo('UUID', 'id', wrong))).toBe('400 BAD_USER_INPUT');
    }
    expect(verdict(await query(app, '{ echo(id: "no") }'))).toBe('400 GRAPHQL_VALIDATION_FAILED');
  });

  it('takes JSON 32 levels deep, in variables and in the query', async () => {
    const deep = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect(verdict(await echo('JSON', 'json', deep(32)))).toBe('200 ok');
    expect(verdict(await echo('JSON', 'json', deep(33)))).toBe('400 BAD_USER_INPUT');
    expect(
      verdict(
        await post(
          app,
          `{"query":"query($v:JSON){echo(json:$v)}","variables":{"v":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`,
        ),
      ),
    ).toBe('400 BAD_USER_INPUT');
    expect((await query(app, '{ echo(json: { a: [1, true, null, "x"] }) }')).body.data.echo).toBe(
      '{"a":[1,true,null,"x"]}',
    );
  });
});

describe('health', () => {
  it('says that it is up, and whether it can serve, to anyone', async () => {
    expect([(await get('/livez')).status, (await get('/readyz')).status]).toEqual([200, 200]);
    readiness.now = async () => ({ ready: false, parts: { database: 'down' } });
    const answer = await get('/readyz');
    expect([answer.status, answer.body]).toEqual([503, { ready: false, parts: { database: 'down' } }]);
    readiness.now = async () => Promise.reject(new Error('secret'));
    expect((await get('/readyz')).body).toEqual({ ready: false, parts: { probe: 'failed' } });
  });
});
