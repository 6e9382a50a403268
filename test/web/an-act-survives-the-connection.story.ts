// A lost connection and an ended session, as somebody meets them: told in words, nothing is lost, and nothing is done twice.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { submit } from '../harness/index.js';
import { draft, inBrowser, openWeb, type OpenWeb } from './index.js';
import { arrives, choose, press, sees, write } from './people/hands.js';

let web: OpenWeb;
let reference: string;
beforeAll(async () => {
  web = await openWeb();
  reference = await draft(web, 'Kai support referrals');
});
afterAll(() => web.close());

inBrowser('The connection', () => {
  it('is said to be lost and to be back, and what was asked for meanwhile arrives', async () => {
    const page = await web.as('analyst', '/proposals/DSP-9999');
    await page.context().setOffline(true);
    await page.evaluate(to => history.pushState({}, '', to), `/proposals/${reference}`);
    await page.getByText('The connection is lost.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('The connection is back.').waitFor();
    await page.getByText('Kai support referrals').waitFor();
    // The browser notes each request that failed.
    web.complaints.length = 0;
  });

  it('is waited for by a screen that is not loaded yet', async () => {
    const page = await web.as('analyst', '/');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Learning' }).click();
    await page.getByText('The connection is lost.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Learning' }).waitFor();
    web.complaints.length = 0;
  });
});

inBrowser('An act whose answer is lost on the way', () => {
  it('is sent again by itself, as the same act, and is done once', async () => {
    const id = await submit(web.api);
    const { reference: asked } = (await web.api.as('auditor').read(id))!;
    const page = await web.as('partner_a', `/say/${asked}`);
    const sent: string[] = [];
    await page.route('**/graphql', async route => {
      const { query, variables } = route.request().postDataJSON() as Sent;
      if (!query.includes('raiseConcern(')) return route.continue();
      sent.push(variables.input.commandId);
      if (sent.length > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await write(page, 'What worries you?', 'Whānau will stop coming.');
    await choose(page, 'How much does it weigh for you?', 'Substantial');
    await press(page, 'Send my concern');
    await sees(page, 'It is recorded, word for word.');
    expect(sent).toEqual([sent[0], sent[0]]);
    expect((await web.api.as('auditor').read(id))!['concerns'].totalCount).toBe(1);
    web.complaints.length = 0;
  });
});

inBrowser('An act whose answer never came before the page was loaded again', () => {
  it('is the same act when it is sent again, and was done once', async () => {
    const id = await submit(web.api);
    const { reference: asked } = (await web.api.as('auditor').read(id))!;
    const page = await web.as('partner_a', `/say/${asked}`);
    const sent: string[] = [];
    let isLost = true;
    await page.route('**/graphql', async route => {
      const { query, variables } = route.request().postDataJSON() as Sent;
      if (!query.includes('raiseConcern(')) return route.continue();
      sent.push(variables.input.commandId);
      if (!isLost) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    const raise = async () => {
      await write(page, 'What worries you?', 'Whānau will stop coming.');
      await choose(page, 'How much does it weigh for you?', 'Substantial');
      await press(page, 'Send my concern');
    };
    const firstSent = page.waitForEvent(
      'requestfailed',
      request => request.postData()?.includes('raiseConcern(') ?? false,
    );
    await raise();
    await firstSent;
    await page.reload();
    isLost = false;
    await raise();
    await sees(page, 'It is recorded, word for word.');
    expect(new Set(sent).size).toBe(1);
    expect((await web.api.as('auditor').read(id))!['concerns'].totalCount).toBe(1);
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter(key => key.includes('unanswered')))).toEqual(
      [],
    );
    web.complaints.length = 0;
  });
});

inBrowser('A browser that has no room left', () => {
  it('keeps nobody from writing and sending', async () => {
    const id = await submit(web.api);
    const { reference: asked } = (await web.api.as('auditor').read(id))!;
    const page = await web.as('partner_a', `/say/${asked}`);
    await page.evaluate(() => {
      for (let size = 2 ** 23; size > 0; size = Math.floor(size / 2))
        try {
          sessionStorage.setItem(`full-${size}`, 'x'.repeat(size));
        } catch {
          // Less, then.
        }
    });
    await write(page, 'What worries you?', 'Whānau will stop coming.');
    await choose(page, 'How much does it weigh for you?', 'Substantial');
    await press(page, 'Send my concern');
    await sees(page, 'It is recorded, word for word.');
    expect((await web.api.as('auditor').read(id))!['concerns'].totalCount).toBe(1);
  });
});

interface Sent {
  query: string;
  variables: { input: { commandId: string } };
}

inBrowser('A session that ended', () => {
  it('leaves the page as it is, says how to go on, and goes on when somebody has done so in another window', async () => {
    const page = await web.as('analyst', '/');
    const kept = await page.context().cookies();
    await page.context().clearCookies();
    await page.evaluate(to => history.pushState({}, '', to), `/proposals/${reference}`);
    const again = page.getByRole('link', { name: 'Sign in again' });
    await again.waitFor();
    expect(await again.getAttribute('href')).toBe(`/sign-in?return=${encodeURIComponent(`/proposals/${reference}`)}`);
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
    await page
      .context()
      .addCookies(kept.map(({ domain, path: _, ...cookie }) => ({ ...cookie, url: `https://${domain}` })));
    await page.evaluate(() => history.pushState({}, '', '/proposals'));
    await arrives(page, 'Proposals');
    await again.waitFor({ state: 'detached' });
    web.complaints.length = 0;
  });
});
