// A session ends by itself, by its person, by an administrator, and with what it stood on; from the next request on it opens nothing.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Browser } from './browser.js';
import { openCompany, whoAmI, type Company } from './company.js';
import type { Member, PersonaKey } from '../harness/index.js';

let company: Company;
beforeAll(async () => void (company = await openCompany()));
afterAll(() => company.close());

const cookie = '__Host-assent';
const list = 'query ($id: ID) { sessions(personId: $id) { id person { id } isCurrent authenticatedAt startedAt } }';
const endOne = `mutation ($input: EndSessionInput!) { endSession(input: $input) {
  ... on SessionsEnded { ended } ... on Problem { kind } } }`;
const endAll = `mutation ($input: EndSessionsInput!) { endSessions(input: $input) {
  ... on SessionsEnded { ended } ... on Problem { kind } } }`;
const sent = (input: object = {}) => ({ input: { commandId: randomUUID(), ...input } });

/** Somebody of one role who is signed in in as many browsers, and nobody else's concern. */
async function somebody(browsers = 1, roles: Member['roles'] = ['analyst']) {
  const subject = randomUUID();
  const member = await company.api.store.cast.add({ name: `Somebody ${subject}`, organisation: 'lead', roles });
  const identityId = randomUUID();
  const { personId } = member;
  const linked = { type: 'IdentityLinked' as const, identityId, personId, issuer: company.agency.issuer, subject };
  await company.api.store.cast.change([linked]);
  const all = Array.from({ length: browsers }, () => new Browser());
  for (const browser of all) await company.signIn(browser, subject);
  return { member, identityId, all, browser: all[0]!, subject };
}
const knows = async (browser: Browser): Promise<boolean> => (await browser.ask(company.api.url, whoAmI)).status === 200;
const sessionOf = async ({ all: [browser] }: { all: Browser[] }): Promise<string> => {
  const { data } = await browser!.ask(company.api.url, list);
  return data!['sessions'].find((each: { isCurrent: boolean }) => each.isCurrent).id as string;
};
const age = (personId: string, column: string, by: string) =>
  company.api.store.database.sql(
    `update person_session set ${column} = ${column} - $2::interval where person_id = $1`,
    [personId, by],
  );

describe('A session ends by itself', () => {
  it.each([
    ['last_seen_at', '29 minutes', true],
    ['last_seen_at', '31 minutes', false],
    ['expires_at', '11 hours 59 minutes', true],
    ['expires_at', '12 hours 1 second', false],
  ])('%s %s earlier: opens %s', async (column, by, expected) => {
    const { browser, member } = await somebody();
    await age(member.personId, column, by);
    expect(await knows(browser)).toBe(expected);
    const { status, errors } = await browser.ask(company.api.url, whoAmI);
    if (!expected) expect([status, errors![0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('not while it is used: a request begins the silence anew', async () => {
    const { browser, member } = await somebody();
    await age(member.personId, 'last_seen_at', '20 minutes');
    expect(await knows(browser)).toBe(true);
    await age(member.personId, 'last_seen_at', '20 minutes');
    expect(await knows(browser)).toBe(true);
  });

  it('though the page asks by itself for what others changed: nobody need be there', async () => {
    const { browser, member } = await somebody();
    await age(member.personId, 'last_seen_at', '20 minutes');
    const byItself = await browser.ask(company.api.url, whoAmI, {}, { 'x-assent-unattended': 'yes' });
    expect(byItself.status).toBe(200);
    await age(member.personId, 'last_seen_at', '20 minutes');
    expect(await knows(browser)).toBe(false);
  });

  it('at its longest in any case, however much it is used', async () => {
    const { browser, member } = await somebody();
    await age(member.personId, 'expires_at', '12 hours');
    expect(await knows(browser)).toBe(false);
  });
});

describe('Its person ends it', () => {
  it('by signing out: this one and no other', async () => {
    const { all, browser } = await somebody(2);
    const secret = browser.cookieOf(company.api.url, cookie)!;
    const { url } = company.api;
    const out = await browser.visit(`${url}/sign-out`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/signed-out']);
    expect(browser.cookieOf(url, cookie)).toBeUndefined();
    browser.jarOf(url).set(cookie, { value: secret, attributes: '' });
    expect([await knows(browser), await knows(all[1]!)]).toEqual([false, true]);
    expect((await browser.visit(`${url}/signed-out`)).body).toContain('You are signed out');
  });

  it('from the list of their own, by its id', async () => {
    const { all } = await somebody(3);
    const { data } = await all[0]!.ask(company.api.url, list);
    expect(data!['sessions']).toHaveLength(3);
    const other = data!['sessions'].find((each: { isCurrent: boolean }) => !each.isCurrent);
    const ended = await all[0]!.ask(company.api.url, endOne, sent({ sessionId: other.id }));
    expect(ended.data!['endSession']).toEqual({ ended: 1 });
    expect((await all[0]!.ask(company.api.url, list)).data!['sessions']).toHaveLength(2);
    expect((await Promise.all(all.map(knows))).filter(Boolean)).toHaveLength(2);
  });

  it('everywhere', async () => {
    const { all } = await somebody(3);
    expect((await all[0]!.ask(company.api.url, endAll, sent())).data!['endSessions']).toEqual({ ended: 3 });
    expect(await Promise.all(all.map(knows))).toEqual([false, false, false]);
  });

  it('and nobody else’s', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const sessionId = await sessionOf(other);
    const { personId } = other.member;
    const asked = [
      (await one.browser.ask(company.api.url, endOne, sent({ sessionId }))).data!['endSession'],
      (await one.browser.ask(company.api.url, endAll, sent({ personId }))).data!['endSessions'],
      (await one.browser.ask(company.api.url, list, { id: personId })).data!['sessions'],
    ];
    expect(asked).toEqual([{ kind: 'NOT_FOUND' }, { kind: 'NOT_FOUND' }, []]);
    expect(await knows(other.browser)).toBe(true);
  });
});

describe('An administrator', () => {
  const token = (who: PersonaKey = 'administrator') => company.api.as(who);

  it('sees and ends anybody’s', async () => {
    const { all, member } = await somebody(2);
    const { sessions } = await token().query(list, { id: member.personId });
    expect(sessions).toHaveLength(2);
    expect((await token().query(endOne, sent({ sessionId: sessions[0].id })))['endSession']).toEqual({ ended: 1 });
    expect((await token().query(endAll, sent({ personId: member.personId })))['endSessions']).toEqual({ ended: 1 });
    expect(await Promise.all(all.map(knows))).toEqual([false, false]);
    expect((await token().query(endAll, sent({ personId: member.personId })))['endSessions']).toEqual({ ended: 0 });
  });

  it('ends them with somebody’s last role, and not with an earlier one', async () => {
    const { browser, member } = await somebody(1, ['analyst', 'approver']);
    const [first, last] = member.assignmentIds;
    await token().change('endRole', { assignmentId: first! });
    expect(await knows(browser)).toBe(true);
    await token().change('endRole', { assignmentId: last! });
    expect(await knows(browser)).toBe(false);
    await token().change('assignRole', { personId: member.personId, role: 'analyst' });
    expect(await knows(browser)).toBe(false);
  });

  it('ends them with the identity that they began with', async () => {
    const { browser, identityId, subject } = await somebody();
    await token().change('unlinkIdentity', { identityId });
    expect(await knows(browser)).toBe(false);
    expect((await company.signIn(new Browser(), subject)).body).toContain('Assent does not know you yet');
  });

  it('lets in whoever has a role to come only when it has come', async () => {
    const { member, subject } = await somebody();
    await token().change('endRole', { assignmentId: member.assignmentIds[0]! });
    expect((await company.signIn(new Browser(), subject)).body).toContain('You hold no role now');
    await token().change('assignRole', { personId: member.personId, role: 'analyst' });
    expect((await company.signIn(new Browser(), subject)).headers.get('location')).toBe('/proposals');
  });
});

describe('What a provider calls somebody', () => {
  it('is erased with the words of its entry, and opens for nobody then', async () => {
    const { browser, subject, identityId } = await somebody();
    const [entry] = await company.api.store.database.sql(
      `select id from ledger_entry where type = 'IdentityLinked'
        and convert_from(bytes, 'UTF8')::jsonb #>> '{payload,identityId}' = $1`,
      [identityId],
    );
    const erase = { entryId: entry!['id'] as string, authority: 'IPP 7', reason: 'A request.' };
    const result = await company.api.as('administrator').tryTo('eraseWords', erase);
    expect(result.__typename).toBe('ErasureReceipt');
    const rows = await company.api.store.database.sql('select * from person_identity where id = $1', [identityId]);
    expect(JSON.stringify(rows)).not.toContain(subject);
    expect((await company.signIn(new Browser(), subject)).body).toContain('Assent does not know you yet');
    expect(await knows(browser)).toBe(true);
  });
});

describe('A role that runs out', () => {
  it('ends the session of its person in that moment, without anybody’s doing', async () => {
    const { browser, member } = await somebody();
    const end = `update role_assignment set starts_at = now() - interval '2 days', ends_at = now() - interval '1 second' where id = $1`;
    await company.api.store.database.sql(end, [member.assignmentIds[0]]);
    expect(await knows(browser)).toBe(false);
  });
});

describe('An ended session in a hundred requests at once', () => {
  it('opens for none that came after its end', async () => {
    const { browser, all } = await somebody(2);
    const sessionId = await sessionOf({ all: [browser] });
    await Promise.all(Array.from({ length: 50 }, () => knows(browser)));
    await all[1]!.ask(company.api.url, endOne, sent({ sessionId }));
    const after = await Promise.all(Array.from({ length: 100 }, () => knows(browser)));
    expect(after.filter(Boolean)).toEqual([]);
  });
});

describe('A page that was opened for somebody', () => {
  it('asks for nobody else, whose session the browser may have by now', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const asks = (personId: string) => one.browser.ask(company.api.url, whoAmI, {}, { 'x-assent-person': personId });
    expect((await asks(one.member.personId)).status).toBe(200);
    const { status, errors } = await asks(other.member.personId);
    expect([status, errors![0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await knows(one.browser)).toBe(true);
  });
});
