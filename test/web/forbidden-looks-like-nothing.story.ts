// An address that leads nowhere and one that leads to what somebody may not see: the same page, word for word and element for element,
// and the same answers of the api beneath it. Whoever guesses addresses learns nothing.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page, Response } from 'playwright-core';
import { draft, expectAccessible, inBrowser, isQuiet, openWeb, type OpenWeb } from './index.js';
import { routesOfApp } from './routes-of-app.js';

let web: OpenWeb;
/** A draft of the analyst's, and one that nobody has. */
let theirs: string;
const nobodys = 'DSP-9999';
beforeAll(async () => {
  web = await openWeb();
  theirs = await draft(web, 'Kai support referrals');
});
afterAll(() => web.close());

/** What the page and its questions are answered: all of it but the id of the request. Order and number depend on how soon the code of a screen is there. */
async function answersTo(page: Page, path: string): Promise<string[]> {
  await isQuiet(page);
  const answers: Promise<string>[] = [];
  page.on('response', response => {
    if (!/\/assets\//.test(response.url())) answers.push(told(response));
  });
  await page.goto(`${web.api.url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await isQuiet(page);
  page.removeAllListeners('response');
  return [...new Set(await Promise.all(answers))].sort();
}

const isNewEachTime = new Set(['date', 'x-correlation-id', 'content-length']);

async function told(response: Response): Promise<string> {
  const headers = Object.entries(response.headers()).filter(([name]) => !isNewEachTime.has(name));
  const body = (await response.text()).replaceAll(/"correlationId":"[^"]*"/g, '');
  return JSON.stringify([response.status(), body, headers.sort()]);
}

/** All that is drawn or read out, but for the address itself. */
const drawn = async (page: Page, reference: string) => ({
  title: await page.title(),
  markup: (await page.locator('body').innerHTML()).replaceAll(reference, '').replaceAll(/react-aria[\w:-]*/g, ''),
});

const ofProposals = routesOfApp().filter(route => route.includes('$reference'));

inBrowser('What somebody may not see', () => {
  it.each(ofProposals)('looks as if it were not there: %s', async route => {
    const path = (reference: string) => route.replace('$reference', reference).replace(/\/\{-\$\w+\}/, '');
    const page = await web.as('outsider');
    const forbidden = { answers: await answersTo(page, path(theirs)), drawn: await drawn(page, theirs) };
    const wrong = { answers: await answersTo(page, path(nobodys)), drawn: await drawn(page, nobodys) };
    expect(forbidden.drawn.markup).toContain('There is nothing here for you');
    expect(forbidden).toEqual(wrong);
    await page.context().close();
  });

  it('looks like an address that the app does not know', async () => {
    const page = await web.as('outsider', `/proposals/${theirs}`);
    const text = async (path: string) => {
      await page.goto(`${web.api.url}${path}`);
      await isQuiet(page);
      return page.locator('main').innerText();
    };
    expect(await text('/nowhere/at/all')).toBe(await text(`/proposals/${theirs}`));
    await expectAccessible(page);
  });
});
