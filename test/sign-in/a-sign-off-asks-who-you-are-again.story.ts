// What binds somebody, and what opens doors, is taken from a session only while its person has lately shown who they are.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mutationText, signIn, submit, type Row } from '../harness/index.js';
import { Browser, type Visit } from './browser.js';
import { openCompany, whoAmI, type Company } from './company.js';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
  await company.link('data_steward', 'ruth');
  await company.link('approver', 'grace');
  await company.link('administrator', 'sefa');
});
beforeEach(() => {
  company.agency.next = { subject: 'ruth', secondsAgo: 0 };
  company.agency.forge = undefined;
});
afterAll(() => company.close());

const cookie = '__Host-assent';
const anHour = 3_600;
const title = ({ body }: Visit): string => /<h1>([^<]*)/.exec(body)?.[1] ?? body;

async function send(browser: Browser, mutation: string, input: Row): Promise<string> {
  const full = { commandId: randomUUID(), ...input };
  const { status, data, errors } = await browser.ask(company.api.url, mutationText(mutation), { input: full });
  if (errors) return `${status} ${errors[0].extensions.code}`;
  const result = data![mutation] as Row;
  return result['kind'] ? `${result['kind']} ${result['code']}` : 'done';
}

const signOff = (proposalId: string) => ({
  ...{ proposalId, expectedVersion: 3, signOff: 'purpose', finding: 'MET', rationale: 'It holds as it stands.' },
});

/** Signs in again from this place, as the web app would after REAUTHENTICATE. */
const again = (browser: Browser, subject = 'ruth', place = '/proposals') => {
  company.agency.next = { ...company.agency.next, subject };
  return browser.follow(`${company.api.url}/sign-in?fresh=1&return=${place}`, next =>
    next === `${company.api.url}${place}` ? undefined : next,
  );
};

describe('A sign-off through a session', () => {
  it('is refused when it was long ago, and taken after showing it again, in the same place', async () => {
    const proposalId = await submit(company.api);
    const [row] = await company.api.store.database.sql('select version from proposal where id = $1', [proposalId]);
    const input = { ...signOff(proposalId), expectedVersion: row!['version'] };
    const browser = new Browser();
    company.agency.next = { subject: 'ruth', secondsAgo: anHour };
    await company.signIn(browser, 'ruth');
    const before = browser.cookieOf(company.api.url, cookie);
    const digest = await company.api.digest();
    expect(await send(browser, 'giveSignOff', input)).toBe('403 REAUTHENTICATE');
    expect(await company.api.digest()).toBe(digest);
    expect(await send(browser, 'comment', { proposalId, body: 'Read.', audience: 'INTERNAL' })).toBe('done');
    company.agency.next = { subject: 'ruth', secondsAgo: 0 };
    const back = await again(browser);
    expect([back.status, back.headers.get('location')]).toEqual([303, '/proposals']);
    expect(browser.cookieOf(company.api.url, cookie)).not.toBe(before);
    expect(await send(browser, 'giveSignOff', input)).toBe('done');
  });

  it('needs none with a token, which shows it each time', async () => {
    const proposalId = await submit(company.api);
    const { expectedVersion: _, ...input } = signOff(proposalId);
    await company.api.as('data_steward').do('giveSignOff', input);
  });
});

describe('Each of these', () => {
  const asked: [mutation: string, who: 'approver' | 'administrator' | 'privacy_officer', input: Row][] = [
    [
      'recordDecision',
      'approver',
      { proposalId: randomUUID(), expectedVersion: 1, outcome: 'APPROVED', reasons: 'As weighed.' },
    ],
    ['giveSignOff', 'approver', signOff(randomUUID())],
    ['eraseWords', 'privacy_officer', { entryId: randomUUID(), authority: 'IPP 7', reason: 'A request.' }],
    ['assignRole', 'administrator', { personId: randomUUID(), role: 'analyst' }],
    ['endRole', 'administrator', { assignmentId: randomUUID() }],
    ['issueToken', 'approver', { label: 'Mine' }],
    ['linkIdentity', 'administrator', { personId: randomUUID(), issuer: 'https://a.example', subject: 'b' }],
    ['unlinkIdentity', 'administrator', { identityId: randomUUID() }],
  ];
  it.each(asked)('%s', async (mutation, who, input) => {
    const outcomes: string[] = [];
    for (const minutesAgo of [16, 14]) {
      const { value } = await signIn(company.api, who, minutesAgo);
      const browser = new Browser();
      browser.jarOf(company.api.url).set(cookie, { value, attributes: '' });
      outcomes.push(await send(browser, mutation, input));
    }
    expect(outcomes).toEqual(['403 REAUTHENTICATE', mutation === 'issueToken' ? 'done' : 'NOT_FOUND not-found']);
  });

  it('but not the revocation of a token that may be lost, and not a draft', async () => {
    const { value } = await signIn(company.api, 'analyst', 600);
    const browser = new Browser();
    browser.jarOf(company.api.url).set(cookie, { value, attributes: '' });
    expect(await send(browser, 'revokeToken', { tokenId: randomUUID() })).toBe('NOT_FOUND not-found');
    expect(await send(browser, 'draftProposal', { title: 'A draft' })).toBe('done');
  });
});

describe('Showing it again', () => {
  it('asks the provider to ask, whatever it remembers', async () => {
    const browser = new Browser();
    await company.signIn(browser, 'ruth');
    const { headers } = await browser.visit(`${company.api.url}/sign-in?fresh=1`);
    const asked = new URL(headers.get('location')!).searchParams;
    expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0']);
  });

  it.each<[string, () => void]>([
    ['did not ask', () => (company.agency.next = { subject: 'ruth', secondsAgo: anHour })],
    ['does not say when', () => (company.agency.forge = claims => delete claims['auth_time'])],
  ])('is refused where the provider %s', async (_, meddle) => {
    const browser = new Browser();
    await company.signIn(browser, 'ruth');
    const before = browser.cookieOf(company.api.url, cookie);
    meddle();
    expect(title(await again(browser))).toBe('You are not signed in');
    expect(browser.cookieOf(company.api.url, cookie)).toBe(before);
  });

  it('is refused as somebody else, and the session stays whose it was', async () => {
    const browser = new Browser();
    await company.signIn(browser, 'ruth');
    expect(title(await again(browser, 'grace'))).toBe('Somebody else signed in');
    const { data } = await browser.ask(company.api.url, whoAmI);
    expect(data!['viewer'].roles).toEqual(['data_steward']);
  });

  it('is an ordinary sign-in for whoever is signed out meanwhile', async () => {
    const browser = new Browser();
    const { headers } = await browser.visit(`${company.api.url}/sign-in?fresh=1`);
    expect(new URL(headers.get('location')!).searchParams.get('prompt')).toBe(null);
  });

  it('counts as never where a provider does not say when somebody did', async () => {
    company.agency.forge = claims => delete claims['auth_time'];
    const browser = new Browser();
    await company.signIn(browser, 'grace');
    expect(await send(browser, 'issueToken', { label: 'Mine' })).toBe('403 REAUTHENTICATE');
  });

  it('does not count for the future: a provider’s clock may be ahead, its word is not', async () => {
    company.agency.forge = claims => (claims['auth_time'] = Math.floor(Date.now() / 1000) + anHour);
    const browser = new Browser();
    await company.signIn(browser, 'grace');
    const [row] = await company.api.store.database.sql(
      'select authenticated_at <= now() as past from person_session order by started_at desc limit 1',
    );
    expect(row).toEqual({ past: true });
  });
});
