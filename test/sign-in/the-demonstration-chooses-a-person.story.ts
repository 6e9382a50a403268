// The demonstration's own provider: everybody is a button, the protocol is the one of any provider, and it is for this machine only.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { AgencyProvider } from '../../apps/api/sessions/agency-provider.js';
import { openApi, sessionTimes, type OpenApi } from '../harness/index.js';
import { Browser, type Visit } from './browser.js';
import { whoAmI } from './company.js';

console.warn = console.info = () => undefined;
const { startProvider } = await import('../../apps/provider/start-provider.js');

let api: OpenApi;
let home: string;
let provider: Awaited<ReturnType<typeof startProvider>>;
const client = { clientId: 'assent', clientSecret: 'a-secret-of-the-test' };
const people = [
  {
    persona: 'analyst',
    name: 'Hana <Moreland>',
    organisation: 'Ministry & Co',
    roles: ['analyst'],
    token: 'never-read',
  },
  { persona: 'auditor', name: 'Joan Birch', organisation: 'Office', roles: ['auditor'], token: 'never-read' },
  {
    persona: 'approver',
    name: 'Grace Ashdown',
    organisation: 'Ministry & Co',
    roles: ['approver'],
    token: 'never-read',
  },
];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'assent-provider-'));
  writeFileSync(join(home, 'demo-access.json'), JSON.stringify(people));
  provider = await startProvider({ home, port: 0, ...client });
  api = await openApi({ provider: new AgencyProvider({ issuer: provider.issuer, ...client }, sessionTimes.longest) });
  for (const who of ['analyst', 'approver'] as const) {
    const { personId } = api.store.cast.members[who];
    const link = { identityId: randomUUID(), personId, issuer: provider.issuer, subject: who };
    await api.store.cast.change([{ type: 'IdentityLinked', ...link }]);
  }
});
afterAll(async () => {
  await provider.close();
  await api.close();
  rmSync(home, { recursive: true, force: true });
});

const title = ({ body }: Visit): string => /<h1>([^<]*)/.exec(body)?.[1] ?? body;

const choose = (browser: Browser, page: Visit, person: string, origin = provider.issuer): Promise<Visit> =>
  browser.visit(page.url, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ person }).toString(),
  });

async function signInAs(browser: Browser, person: string): Promise<Visit> {
  const chosen = await choose(browser, await browser.follow(`${api.url}/sign-in`), person);
  return browser.follow(chosen.headers.get('location')!, next => (next === `${api.url}/` ? undefined : next));
}

describe('The page', () => {
  it('shows people by organisation with their roles in words, as text, without a script', async () => {
    const { body, headers } = await new Browser().follow(`${api.url}/sign-in`);
    expect([...body.matchAll(/<h2>([^<]*)/g)].map(([, name]) => name)).toEqual(['Ministry &amp; Co', 'Office']);
    expect(body).toContain('Hana &lt;Moreland&gt;<span>Analyst</span>');
    expect(body).not.toMatch(/<script|never-read|\son\w+=/);
    expect(headers.get('content-security-policy')).toContain(`form-action 'self' ${api.url}`);
    expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
  });

  it('signs in whoever is chosen, and as another person the next time in the same browser', async () => {
    const browser = new Browser();
    for (const who of ['analyst', 'approver', 'analyst'] as const) {
      expect((await signInAs(browser, who)).headers.get('location')).toBe('/');
      expect((await browser.ask(api.url, whoAmI)).data!['viewer'].roles).toEqual([who]);
    }
  });

  it('asks again whoever has to show who they are, and takes the answer', async () => {
    const browser = new Browser();
    await signInAs(browser, 'analyst');
    const page = await browser.follow(`${api.url}/sign-in?fresh=1&return=/my-place`);
    expect(title(page)).toBe('Who are you?');
    const { headers } = await choose(browser, page, 'analyst');
    const back = await browser.follow(headers.get('location')!, next =>
      next.endsWith('/my-place') ? undefined : next,
    );
    expect(back.headers.get('location')).toBe('/my-place');
  });

  it('knows nobody whom the api does not', async () => {
    expect(title(await signInAs(new Browser(), 'auditor'))).toBe('Assent does not know you yet');
  });

  it.each(['nobody', '', 'administrator', '../analyst'])('takes no choice that it did not offer: %j', async person => {
    const browser = new Browser();
    const answer = await choose(browser, await browser.follow(`${api.url}/sign-in`), person);
    expect([answer.status, title(answer)]).toEqual([400, 'Who are you?']);
  });

  it('takes no choice from a page of somebody else, nor in another browser', async () => {
    const browser = new Browser();
    const page = await browser.follow(`${api.url}/sign-in`);
    expect((await choose(browser, page, 'analyst', 'https://evil.example')).status).toBe(400);
    expect((await choose(browser, page, 'analyst', 'null')).status).toBe(400);
    expect(title(await choose(new Browser(), page, 'analyst'))).toBe('This sign-in is over');
  });
});

describe('The provider', () => {
  it('answers under its own address only, whatever name leads to this machine', async () => {
    const { port } = new URL(provider.issuer);
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          path: '/.well-known/openid-configuration',
          headers: { host: `evil.example:${port}` },
        },
        response => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      asked.on('error', reject).end();
    });
    expect(answer).toBe(400);
  });

  it('sends nobody elsewhere than to this machine, and nobody without PKCE', async () => {
    const ask = (parameters: Record<string, string>) => {
      const usual = { client_id: 'assent', response_type: 'code', scope: 'openid', state: 'x' };
      const challenge = { code_challenge: 'a'.repeat(43), code_challenge_method: 'S256' };
      const query = new URLSearchParams({ ...usual, ...challenge, ...parameters });
      return new Browser().visit(`${provider.issuer}/auth?${query.toString()}`);
    };
    const back = 'http://127.0.0.1:1/sign-in/callback';
    for (const redirect_uri of ['https://evil.example/sign-in/callback', 'http://127.0.0.1:1/other', `${back}/..`])
      expect([redirect_uri, (await ask({ redirect_uri })).headers.get('location')]).toEqual([redirect_uri, null]);
    const plain = await ask({ redirect_uri: back, code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' });
    expect(plain.headers.get('location')).toContain('error=invalid_request');
    expect((await ask({ redirect_uri: back })).headers.get('location')).toContain('/choose/');
  });

  it('gives no token to whoever lacks the secret', async () => {
    const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'x', client_id: 'assent' });
    const answer = await fetch(`${provider.issuer}/token`, { method: 'POST', body });
    expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([401, 'invalid_client']);
  });

  it('keeps its keys for its owner only, and the same ones at the next start', async () => {
    expect(statSync(join(home, 'provider', 'keys.json')).mode & 0o777).toBe(0o600);
    const keysOf = async (issuer: string) => (await fetch(`${issuer}/jwks`)).text();
    const other = await startProvider({ home, port: 0, ...client });
    expect(await keysOf(other.issuer)).toBe(await keysOf(provider.issuer));
    expect(await keysOf(other.issuer)).not.toMatch(/"(d|p|q)":/);
    await other.close();
  });

  it('says so where there is nobody to choose from', async () => {
    rmSync(join(home, 'demo-access.json'));
    const page = await new Browser().follow(`${api.url}/sign-in`);
    writeFileSync(join(home, 'demo-access.json'), JSON.stringify(people));
    expect(page.body).toContain('the demonstration is not loaded');
  });
});
