// What a browser sends along with a session counts only where a page of ours asked for it: methods, kinds of body, origins, all of them.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openApi, signIn, type OpenApi, type Signed } from '../harness/index.js';

let api: OpenApi;
let session: Signed;
beforeAll(async () => {
  api = await openApi();
  session = await signIn(api, 'analyst');
});
afterAll(() => api.close());

const query = `mutation ($input: DraftProposalInput!) { draftProposal(input: $input) { __typename } }`;
const body = () =>
  JSON.stringify({ query, variables: { input: { commandId: randomUUID(), title: 'Drafted from elsewhere' } } });

const kinds = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  undefined,
];
/** By what it says of where it comes from; whether that is a page of ours. */
const sources = (url: string): [Record<string, string>, boolean][] => [
  [{ origin: url }, true],
  [{ origin: url, 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
  [{}, false],
  [{ origin: 'null', 'sec-fetch-site': 'cross-site' }, false],
  [{ origin: 'null' }, false],
  [{ origin: 'https://evil.example' }, false],
  [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
  [{ origin: url.replace('http:', 'https:') }, false],
  [{ origin: url.replace(/\d+$/, '1') }, false],
  [{ origin: url.replace('127.0.0.1', 'localhost') }, false],
  [{ origin: `${url}.evil.example` }, false],
  [{ origin: url, 'sec-fetch-site': 'cross-site' }, false],
  [{ origin: url, 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'same-origin, cross-site' }, false],
  [{ referer: `HERE/` }, false],
];

async function send(method: string, path: string, headers: Record<string, string>, kind?: string) {
  const hasBody = method === 'POST' || method === 'PUT';
  const all = { cookie: session.cookie, ...(kind ? { 'content-type': kind } : {}), ...headers };
  // Bytes: fetch adds a kind of its own to a text.
  const response = await fetch(`${api.url}${path}`, {
    ...{ method, headers: all, redirect: 'manual' },
    ...(hasBody ? { body: new TextEncoder().encode(body()) } : {}),
  });
  const text = await response.text();
  return { status: response.status, text };
}

describe('With a session', () => {
  it('GraphQL takes JSON by POST from a page of ours, and nothing else changes anything', async () => {
    const wrong: object[] = [];
    for (const [source, isOurs] of sources(api.url)) {
      for (const kind of kinds) {
        const isLawful = isOurs && (kind?.startsWith('application/json') ?? false);
        const before = await api.digest();
        const { status, text } = await send('POST', '/graphql', source, kind);
        const changed = before !== (await api.digest());
        const expected = isLawful ? [200, true] : [kind?.startsWith('application/json') ? 403 : 415, false];
        if (String([status, changed]) !== String(expected)) wrong.push({ source, kind, status, changed, text });
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('GraphQL by %s is refused', async method => {
    const asked = `/graphql?query=${encodeURIComponent('{viewer{roles}}')}`;
    const headers = { origin: api.url, 'apollo-require-preflight': 'true' };
    const { status, text } = await send(method, asked, headers, 'application/json');
    expect([status >= 400, text.includes('analyst')]).toEqual([true, false]);
  });

  it('a refusal has a code', async () => {
    const { text } = await send('POST', '/graphql', { origin: 'https://evil.example' }, 'application/json');
    expect(JSON.parse(text).errors[0].extensions.code).toBe('CROSS_SITE');
  });

  it('nobody is signed out from elsewhere, whatever kind of body comes', async () => {
    for (const [source, isOurs] of sources(api.url).filter(([, ours]) => !ours))
      for (const kind of kinds)
        expect([source, kind, (await send('POST', '/sign-out', source, kind)).status, isOurs]).toEqual([
          source,
          kind,
          403,
          false,
        ]);
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await send(method, '/sign-out', { origin: api.url })).status).toBe(404);
    expect((await send('POST', '/graphql', { origin: api.url }, 'application/json')).status).toBe(200);
  });
});

describe('A token', () => {
  it('is exempt: no browser adds one', async () => {
    const { token } = api.store.cast.members.analyst;
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      origin: 'https://evil.example',
    };
    const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: body() });
    expect(response.status).toBe(200);
    await response.text();
  });

  it('and a session at once are refused, whosever they are', async () => {
    const { token } = api.store.cast.members.analyst;
    for (const authorization of [`Bearer ${token}`, 'Bearer nonsense', 'Basic YTpi', 'Bearer']) {
      const { status, text } = await send('POST', '/graphql', { origin: api.url, authorization }, 'application/json');
      expect([status, JSON.parse(text).errors[0].message]).toEqual([
        400,
        'Send an access token or a session, not both.',
      ]);
    }
  });
});

describe('A cookie', () => {
  it.each([
    ['that is there twice', (cookie: string) => `${cookie}; ${cookie}`],
    ['under another name', (cookie: string) => cookie.replace('__Host-', '')],
    ['under a name in other letters', (cookie: string) => cookie.replace('__Host-assent', '__host-assent')],
    ['with quotes', (cookie: string) => cookie.replace('=', '="').concat('"')],
    ['that is too long', (cookie: string) => cookie + 'x'.repeat(5_000)],
    ['that is the hash of a session', () => '__Host-assent=' + '0'.repeat(64)],
  ])('%s opens nothing', async (_, change) => {
    const headers = { cookie: change(session.cookie), origin: api.url, 'content-type': 'application/json' };
    const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: body() });
    expect(response.status).toBe(401);
    await response.text();
  });
});
