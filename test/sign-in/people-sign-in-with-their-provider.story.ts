// From the door to the provider and back: the session that begins, who it is, and that nothing else gets in by that way.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser, withParameter, type Visit } from './browser.js';
import { openCompany, whoAmI, type Company } from './company.js';

let company: Company;
beforeEach(() => {
  company.agency.next = { subject: 'hana', secondsAgo: 0 };
});
beforeAll(async () => {
  company = await openCompany();
  await company.link('analyst', 'hana');
  await company.link('approver', 'grace');
});
afterAll(() => company.close());

const cookie = '__Host-assent';
const title = ({ body }: Visit): string => /<h1>([^<]*)/.exec(body)?.[1] ?? body;
const sessions = async (): Promise<number> =>
  (await company.api.store.database.sql('select count(*)::int as n from person_session'))[0]!['n'] as number;

/** What becomes of a sign-in whose addresses or tokens somebody meddles with: status, title, and that there is no session. */
async function meddled(
  at: (next: string) => string | undefined,
  path = '/sign-in',
): Promise<[number, string, boolean]> {
  const browser = new Browser();
  const last = await browser.follow(`${company.api.url}${path}`, at);
  return [last.status, title(last), browser.cookieOf(company.api.url, cookie) !== undefined];
}
const isCallback = (url: string): boolean => new URL(url).pathname === '/sign-in/callback';
const refusedWith = [403, 'You are not signed in', false];

describe('Signing in', () => {
  it('goes to the provider and comes back to where somebody was, with a session', async () => {
    const browser = new Browser();
    const { url } = company.api;
    const last = await company.signIn(browser, 'hana');
    expect([last.status, last.headers.get('location')]).toEqual([303, '/proposals']);
    const { data } = await browser.ask(url, whoAmI);
    expect(data!['viewer'].person.id).toBe(company.api.store.cast.members.analyst.personId);
    expect(browser.jarOf(url).get(cookie)!.attributes).toBe('; Path=/; Secure; HttpOnly; SameSite=Lax');
    expect([...browser.jarOf(url).keys()]).toEqual([cookie]);
  });

  it('keeps of the secret its hash only', async () => {
    const browser = new Browser();
    await company.signIn(browser, 'hana');
    const secret = browser.cookieOf(company.api.url, cookie)!;
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const rows = await company.api.store.database.sql('select * from person_session');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows.every(({ secret_hash: hash }) => (hash as Buffer).length === 32)).toBe(true);
  });

  it('begins a new session each time and ends the one before, whosever it was', async () => {
    const browser = new Browser();
    await company.signIn(browser, 'hana');
    const before = browser.cookieOf(company.api.url, cookie)!;
    await company.signIn(browser, 'grace');
    const after = browser.cookieOf(company.api.url, cookie)!;
    expect(after).not.toBe(before);
    const { data } = await browser.ask(company.api.url, whoAmI);
    expect(data!['viewer'].roles).toEqual(['approver']);
    browser.jarOf(company.api.url).set(cookie, { value: before, attributes: '' });
    expect((await browser.ask(company.api.url, whoAmI)).status).toBe(401);
  });

  it('takes no session that somebody brought along', async () => {
    const browser = new Browser();
    browser.jarOf(company.api.url).set(cookie, { value: 'chosen-by-somebody-else', attributes: '' });
    await company.signIn(browser, 'hana');
    expect(browser.cookieOf(company.api.url, cookie)).not.toBe('chosen-by-somebody-else');
  });

  it('asks for nothing but who somebody is', async () => {
    const { headers } = await new Browser().visit(`${company.api.url}/sign-in`);
    const asked = new URL(headers.get('location')!).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{ scope: 'openid', response_type: 'code', code_challenge_method: 'S256' },
      redirect_uri: `${company.api.url}/sign-in/callback`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)!.length).toBeGreaterThanOrEqual(43);
    expect(asked.has('prompt')).toBe(false);
  });
});

describe('Whoever is not linked', () => {
  it('is told what to tell the administrator, and no account is made', async () => {
    const browser = new Browser();
    const before = await company.api.digest();
    const last = await company.signIn(browser, 'nobody <b>knows</b>');
    expect([last.status, title(last)]).toEqual([403, 'Assent does not know you yet']);
    expect(last.body).toContain(company.agency.issuer);
    expect(last.body).toContain('nobody &lt;b&gt;knows&lt;/b&gt;');
    expect(browser.cookieOf(company.api.url, cookie)).toBeUndefined();
    expect(await company.api.digest()).toBe(before);
  });

  it('gets in by no address of e-mail: everybody at this provider has the same', async () => {
    const last = await company.signIn(new Browser(), 'somebody-with-hanas-address');
    expect(title(last)).toBe('Assent does not know you yet');
  });

  it('gets in by no subject of another provider', async () => {
    await company.link('auditor', 'joan', 'https://another.example');
    expect(title(await company.signIn(new Browser(), 'joan'))).toBe('Assent does not know you yet');
  });

  it('is told apart by each letter of the subject', async () => {
    for (const subject of ['Hana', 'hana ', 'hāna'])
      expect(title(await company.signIn(new Browser(), subject))).toBe('Assent does not know you yet');
  });
});

describe('What comes back', () => {
  it.each<[string, (url: string) => string]>([
    ['with another state', url => withParameter(url, 'state', 'x'.repeat(43))],
    ['without a state', url => withParameter(url, 'state', undefined)],
    ['from another issuer (mix-up)', url => withParameter(url, 'iss', 'https://another.example')],
    ['without its issuer, which it says it names', url => withParameter(url, 'iss', undefined)],
    ['with another code', url => withParameter(url, 'code', 'x'.repeat(43))],
    ['without a code', url => withParameter(url, 'code', undefined)],
    ['with a code twice', url => `${url}&code=another`],
  ])('%s is refused', async (_, change) => {
    expect(await meddled(url => (isCallback(url) ? change(url) : url))).toEqual(refusedWith);
  });

  it.each<[string, (url: string) => string]>([
    ['a nonce of somebody else', url => withParameter(url, 'nonce', 'y'.repeat(43))],
    ['a challenge of somebody else (PKCE)', url => withParameter(url, 'code_challenge', 'z'.repeat(43))],
  ])('after the provider was given %s is refused', async (_, change) => {
    const isAsking = (url: string): boolean => url.startsWith(`${company.agency.issuer}/auth?`);
    expect(await meddled(url => (isAsking(url) ? change(url) : url))).toEqual(refusedWith);
  });

  it('is refused when a code comes a second time, also from the same browser', async () => {
    const browser = new Browser();
    let callback = '';
    await browser.follow(`${company.api.url}/sign-in`, url => {
      if (isCallback(url)) callback = url;
      return isCallback(url) ? undefined : url;
    });
    const carried = browser.cookieOf(company.api.url, `${cookie}-sign-in`)!;
    expect((await browser.visit(callback)).status).toBe(303);
    expect(title(await browser.visit(callback))).toBe('This sign-in did not begin here');
    browser.jarOf(company.api.url).set(`${cookie}-sign-in`, { value: carried, attributes: '' });
    expect(title(await browser.visit(callback))).toBe('You are not signed in');
  });

  it('is refused in a browser that did not ask (login CSRF), without asking the provider', async () => {
    const attacker = new Browser();
    let callback = '';
    await attacker.follow(`${company.api.url}/sign-in`, url => {
      if (isCallback(url)) callback = url;
      return isCallback(url) ? undefined : url;
    });
    const asked = company.agency.tokensAsked;
    const victim = new Browser();
    expect(title(await victim.visit(callback))).toBe('This sign-in did not begin here');
    await victim.visit(`${company.api.url}/sign-in`);
    expect(title(await victim.visit(callback))).toBe('You are not signed in');
    expect([victim.cookieOf(company.api.url, cookie), company.agency.tokensAsked]).toEqual([undefined, asked]);
  });

  it.each(['', 'e30', 'bm9uc2Vuc2U', Buffer.from('{"state":1}').toString('base64url')])(
    'is refused when what the browser carries is made up: %j',
    async value => {
      const browser = new Browser();
      browser.jarOf(company.api.url).set(`${cookie}-sign-in`, { value, attributes: '' });
      expect(title(await browser.visit(`${company.api.url}/sign-in/callback?code=a&state=b`))).toBe(
        'This sign-in did not begin here',
      );
    },
  );

  it('with a refusal of the provider is told by its code, and repeats nothing else of it', async () => {
    const text = 'access_denied&error_description=%3Cscript%3E';
    const at = (url: string) =>
      isCallback(url) ? withParameter(url, 'code', undefined).concat(`&error=${text}`) : url;
    const browser = new Browser();
    const last = await browser.follow(`${company.api.url}/sign-in`, at);
    expect([last.status, last.body.includes('access_denied'), last.body.includes('script')]).toEqual([
      403,
      true,
      false,
    ]);
  });
});

describe('An id token', () => {
  const soon = () => Math.floor(Date.now() / 1000);
  it.each<[string, (claims: Record<string, unknown>, header: Record<string, unknown>) => void]>([
    ['of another issuer', claims => (claims['iss'] = 'https://another.example')],
    ['for another client', claims => (claims['aud'] = 'another')],
    ['for several, without saying for whom', claims => (claims['aud'] = ['assent-test', 'another'])],
    ['that has expired', claims => (claims['exp'] = soon() - 3_600)],
    ['that does not count yet', claims => (claims['nbf'] = soon() + 3_600)],
    ['without a subject', claims => delete claims['sub']],
    ['without a nonce', claims => delete claims['nonce']],
    ['without an expiry', claims => delete claims['exp']],
    ['signed by nobody (alg none)', (_, header) => (header['alg'] = 'none')],
    ['signed by another algorithm (confusion)', (_, header) => (header['alg'] = 'HS256')],
    ['signed with a key that there is not', (_, header) => (header['kid'] = 'two')],
  ])('%s opens nothing', async (_, forge) => {
    company.agency.forge = forge;
    const before = await sessions();
    try {
      expect(await meddled(url => url)).toEqual(refusedWith);
    } finally {
      company.agency.forge = undefined;
    }
    expect(await sessions()).toBe(before);
  });

  it('signed with the key of somebody else opens nothing', async () => {
    company.agency.stranger = true;
    try {
      expect(await meddled(url => url)).toEqual(refusedWith);
    } finally {
      company.agency.stranger = false;
    }
  });

  it('that nobody meddled with does, so that the tests above are about what they say', async () => {
    company.agency.forge = () => undefined;
    try {
      expect((await company.signIn(new Browser(), 'hana')).headers.get('location')).toBe('/proposals');
    } finally {
      company.agency.forge = undefined;
    }
  });
});

describe('The way back', () => {
  const elsewhere = [
    'https://example.org/',
    '//example.org/',
    '/\\example.org',
    '\\\\example.org',
    '/\t/example.org',
    '/%0d%0aset-cookie:a=b',
    'javascript:alert(1)',
    '/.//example.org',
    '/./%2e%2e//example.org',
    '/sign-in?return=/',
    '/sign-out',
    '/graphql?query={viewer{roles}}',
    '',
    'proposals',
    '/ā',
    `/${'a'.repeat(2_001)}`,
  ];
  it.each(elsewhere)('leads to no other place: %j', async asked => {
    const browser = new Browser();
    const begin = `${company.api.url}/sign-in?return=${encodeURIComponent(asked)}`;
    let back = '';
    await browser.follow(begin, url => {
      if (!url.startsWith(company.agency.issuer) && !isCallback(url)) {
        back = url;
        return undefined;
      }
      return url;
    });
    expect([new URL(back).origin, new URL(back).pathname.startsWith('/sign')]).toEqual([company.api.url, false]);
    if (!asked.startsWith('/%0d')) expect(back).toBe(`${company.api.url}/`);
  });

  it('keeps a place of ours with its filters', async () => {
    const browser = new Browser();
    const place = '/proposals?state=IN_REVIEW&text=k%C4%81inga#first';
    let back = '';
    await browser.follow(`${company.api.url}/sign-in?return=${encodeURIComponent(place)}`, url => {
      if (new URL(url).pathname === '/proposals') back = url;
      return back ? undefined : url;
    });
    expect(back).toBe(`${company.api.url}${place}`);
  });
});
