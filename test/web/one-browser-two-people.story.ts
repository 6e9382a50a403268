// Two people at one browser: who signs in in another window takes the session over. What the first left open shows nothing of the second,
// acts in nobody's name, and keeps what was being written from whoever comes after.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn, submit, type PersonaKey } from '../harness/index.js';
import { holds, inBrowser, openWeb, type OpenWeb } from './index.js';
import { box, choose, link, open, press, sees, write } from './people/hands.js';

let web: OpenWeb;
let id: string;
let reference: string;
beforeAll(async () => {
  web = await openWeb();
  id = await submit(web.api);
  reference = (await web.api.as('auditor').read(id))!['reference'] as string;
});
afterAll(() => web.close());

const said = 'I have not made up my mind about this.';

/** In another window of this browser. */
async function signsIn(page: Page, who: PersonaKey): Promise<void> {
  const { name, value } = await signIn(web.api, who);
  const url = `https://${new URL(web.api.url).host}`;
  await page.context().addCookies([{ name, value, url, httpOnly: true, secure: true }]);
}

inBrowser('A page that was opened for somebody else', () => {
  it('does nothing in the name of who has signed in since, and says how to go on', async () => {
    const page = await web.as('data_steward', `/proposals/${reference}/review?sign=purpose`);
    await choose(page, 'What did you find?', 'Not met');
    await write(page, 'Rationale', said);
    await signsIn(page, 'privacy_officer');
    const before = await web.api.digest();
    await press(page, /^Sign off/);
    await link(page, 'Sign in again').first().waitFor();
    expect(await web.api.digest()).toEqual(before);
    web.complaints.length = 0;
    await open(page, `/proposals/${reference}/review?sign=purpose`);
    await sees(page, 'Sign off: ');
    expect(await page.getByText(said).count()).toBe(0);
    await signsIn(page, 'data_steward');
    await open(page, `/proposals/${reference}/review?sign=purpose`);
    await holds(box(page, 'Rationale'), said);
    web.complaints.length = 0;
  });
});
