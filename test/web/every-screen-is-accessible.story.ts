// axe on every address of the app, light and dark, at 1280 and at 320 px, where nothing may stand out of the page. The list is that of
// app/routes.ts: a new screen is looked at by itself, as a privacy officer unless something else is said here.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { awaitDecision, concern, draft, sign, submit, type PersonaKey } from '../harness/index.js';
import { comesTo, expectAccessible, expectReflow, inBrowser, isQuiet, openWeb, type OpenWeb } from './index.js';
import { routesOfApp } from './routes-of-app.js';

let web: OpenWeb;
const filled = new Map<string, string>();

beforeAll(async () => {
  web = await openWeb();
  const { api } = web;
  const referenceOf = async (id: string) => String((await api.as('auditor').read(id))!['reference']);
  filled.set('draft', await referenceOf(await draft(api, 'T2', 'Kai support referrals')));
  filled.set('ripe', await referenceOf(await awaitDecision(api, 'T1', 'Where visits are missing')));
  const id = await submit(api, 'T2', 'Housing outcomes by district');
  await concern(api, id);
  await sign(api, id, 'purpose');
  filled.set('$reference', await referenceOf(id));
  const { edges } = await api.as('auditor').history({ types: ['ConcernRaised'] });
  filled.set('$entryId', edges[0]!.node['id'] as string);
  filled.set('$id', api.store.cast.members.privacy_officer.personId);
});
afterAll(() => web.close());

/** Who sees it, where it is not for a privacy officer, and of which proposal, where not of the one in review. */
const others: Readonly<Record<string, readonly [who: PersonaKey, reference?: 'draft' | 'ripe']>> = {
  '/proposals/new': ['analyst'],
  '/proposals/$reference/dossier/{-$section}': ['analyst', 'draft'],
  '/proposals/$reference/submit': ['analyst', 'draft'],
  '/proposals/$reference/decide': ['approver', 'ripe'],
  '/say/$reference': ['partner_a'],
};

const addressOf = (route: string, reference = '$reference'): string =>
  route
    .replace(/\/\{-\$\w+\}/, '')
    .replace('$reference', filled.get(reference)!)
    .replace(/\$\w+/, name => filled.get(name)!);

/** One window for each of them, in which they go from screen to screen as by links, so that the heading has the focus each time. */
const windows = new Map<PersonaKey, Page>();
async function visit(who: PersonaKey, address: string): Promise<Page> {
  const page = windows.get(who);
  if (!page) {
    const first = await web.as(who, address);
    windows.set(who, first);
    return first;
  }
  await page.evaluate(to => {
    document.querySelector('h1')?.blur();
    history.pushState({}, '', to);
  }, address);
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  return page;
}

inBrowser('Every screen', () => {
  it('is in the list', () => {
    expect(routesOfApp()).toEqual(expect.arrayContaining(['/', '/proposals/$reference', '/history/$entryId', '/help']));
    expect(Object.keys(others).filter(route => !routesOfApp().includes(route))).toEqual([]);
  });

  it.each(routesOfApp())('%s', async route => {
    const [who, reference] = others[route] ?? ['privacy_officer'];
    const page = await visit(who, addressOf(route, reference));
    await isQuiet(page);
    await comesTo(() => page.getByRole('heading', { level: 1 }).count(), 1);
    expect(await page.getByText('There is nothing here for you').count()).toBe(0);
    expect(await page.title()).toMatch(/\S · Assent$/);
    await expectAccessible(page);
    await expectReflow(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
