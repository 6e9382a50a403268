// The product starts, answers and goes on without its provider; only who wants to sign in is told, in a sentence, and may try again.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AgencyProvider } from '../../apps/api/sessions/agency-provider.js';
import { openApi, signIn, type OpenApi } from '../harness/index.js';
import { openAgency, clientId, clientSecret } from './agency.js';
import { Browser, type Visit } from './browser.js';

const title = ({ body }: Visit): string => /<h1>([^<]*)/.exec(body)?.[1] ?? body;
const opened: { close(): Promise<unknown> }[] = [];
afterAll(async () => {
  for (const each of opened.reverse()) await each.close();
});

async function apiWith(issuer?: string, door: Parameters<typeof openApi>[0] = {}): Promise<OpenApi> {
  const provider = issuer === undefined ? undefined : new AgencyProvider({ issuer, clientId, clientSecret }, 43_200);
  const api = await openApi({ provider, ...door });
  opened.push(api);
  return api;
}

/** Answers in this way, whatever it is asked. */
async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  opened.push({ close });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('Without a provider', () => {
  it('nobody signs in, and is told who has to do what', async () => {
    const api = await apiWith();
    for (const path of ['/sign-in', '/sign-in/callback?code=a&state=b']) {
      const visit = await new Browser().visit(`${api.url}${path}`);
      expect([visit.status, title(visit), visit.body.includes('OIDC_ISSUER')]).toEqual([
        ...[503, 'Nobody can sign in here yet', true],
      ]);
    }
  });
});

describe('A provider that does not answer', () => {
  it.each<[string, RequestListener]>([
    ['with an error', (_request, response) => response.writeHead(500).end()],
    ['with a page', (_request, response) => response.end('<h1>Welcome</h1>')],
    [
      'as another one',
      (_request, response) =>
        response.setHeader('content-type', 'application/json').end('{"issuer":"https://another.example"}'),
    ],
    ['and hangs up', request => request.socket.destroy()],
  ])('%s is said to be away; the api is ready, and sessions go on', async (_, listener) => {
    const api = await apiWith(await answering(listener));
    const visit = await new Browser().visit(`${api.url}/sign-in?return=/proposals`);
    expect([visit.status, title(visit)]).toEqual([503, 'The sign-in service does not answer']);
    expect(visit.body).toContain('/sign-in?return=%2Fproposals');
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
    const { value } = await signIn(api, 'analyst');
    const browser = new Browser();
    browser.jarOf(api.url).set('__Host-assent', { value, attributes: '' });
    expect((await browser.ask(api.url, '{ viewer { roles } }')).status).toBe(200);
  });

  it('is asked again as soon as somebody tries again', async () => {
    let isAway = true;
    const agency = await openAgency();
    opened.push(agency);
    const issuer = await answering((_request, response) => {
      response.setHeader('content-type', 'application/json');
      if (isAway) return response.writeHead(503).end('{}');
      void fetch(`${agency.issuer}/.well-known/openid-configuration`)
        .then(answer => answer.text())
        .then(text => response.end(text.replace(`"issuer":"${agency.issuer}"`, `"issuer":"${issuer}"`)));
    });
    const api = await apiWith(issuer);
    expect((await new Browser().visit(`${api.url}/sign-in`)).status).toBe(503);
    isAway = false;
    expect((await new Browser().visit(`${api.url}/sign-in`)).status).toBe(303);
  });

  it('is asked once, however many come at a time, and not at all before that', async () => {
    let asked = 0;
    const agency = await openAgency();
    opened.push(agency);
    const issuer = await answering((_request, response) => {
      asked += 1;
      response.setHeader('content-type', 'application/json');
      void fetch(`${agency.issuer}/.well-known/openid-configuration`)
        .then(answer => answer.text())
        .then(text => response.end(text.replace(`"issuer":"${agency.issuer}"`, `"issuer":"${issuer}"`)));
    });
    const api = await apiWith(issuer);
    expect(asked).toBe(0);
    await Promise.all(Array.from({ length: 20 }, () => new Browser().visit(`${api.url}/sign-in`)));
    await new Browser().visit(`${api.url}/sign-in`);
    expect(asked).toBe(1);
  });
});

describe('Attempts to sign in', () => {
  let api: OpenApi;
  beforeAll(async () => {
    const few = { perSecond: 0.001, burst: 4.5 };
    const plenty = { perSecond: 1_000, burst: 10_000 };
    api = await apiWith(undefined, { rates: { person: plenty, token: plenty, address: few } });
  });

  it('are counted for each network, together with guesses of tokens and sessions', async () => {
    const statuses: number[] = [];
    for (const path of ['/sign-in', '/sign-in/callback', '/signed-out', '/sign-in'])
      statuses.push((await new Browser().visit(`${api.url}${path}`)).status);
    const browser = new Browser();
    browser.jarOf(api.url).set('__Host-assent', { value: 'a-guess', attributes: '' });
    statuses.push((await browser.ask(api.url, '{ viewer { roles } }')).status);
    statuses.push((await browser.ask(api.url, '{ viewer { roles } }')).status);
    const last = await new Browser().visit(`${api.url}/sign-in`);
    expect([...statuses, last.status, title(last)]).toEqual([503, 503, 200, 503, 401, 429, 429, 'Too many attempts']);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    const { value } = await signIn(api, 'analyst');
    browser.jarOf(api.url).set('__Host-assent', { value, attributes: '' });
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
  });
});
