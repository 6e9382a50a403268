// The door, in a real browser: the page of people, my work, signing out; and an act that wants a fresh sign-in, whose words are kept.
import { afterAll, beforeAll, expect } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { AgencyProvider } from '../../apps/api/sessions/agency-provider.js';
import { startProvider } from '../../apps/provider/start-provider.js';
import { sessionTimes, submit, type PersonaKey } from '../harness/index.js';
import { cleanUp, freePort, makeReady, startProduct, type Product } from '../launcher/product.js';
import { makeFolder } from '../postgres/story-tools.js';
import { comesTo, holds, inBrowser, openBrowser, openWeb, type OpenWeb } from './index.js';
import { scenes } from './people/scene.js';
import { arrives, box, button, choose, follow, link, press, sees, write } from './people/hands.js';

inBrowser('npm start', () => {
  let browser: Browser;
  let home: string;
  let product: Product;
  beforeAll(async () => {
    browser = await openBrowser();
    makeReady();
    home = makeFolder();
    product = startProduct(home, await freePort());
    await product.serves;
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await product.stop();
    await cleanUp(home);
  });

  const scene = scenes(() => browser);

  scene('leads a newcomer to the people of the demonstration, to that person’s work, and out again', async () => {
    const page = await (await browser.newContext({ locale: 'en-NZ' })).newPage();
    await page.goto(product.url);
    await arrives(page, 'Who are you?');
    await comesTo(() => page.getByRole('button').count(), 13);
    await press(page, /^Hana Moreland/);
    await arrives(page, 'My work');
    expect(new URL(page.url()).pathname).toBe('/');
    await press(page, 'Hana Moreland');
    await press(page, 'Sign out');
    await arrives(page, 'You are signed out');
    await page.goto(`${product.url}/reports`);
    await arrives(page, 'Who are you?');
    await press(page, /^Grace Ashdown/);
    await arrives(page, 'Reports');
  });
});

inBrowser('A sign-off of somebody who signed in long ago', () => {
  const client = { clientId: 'assent', clientSecret: 'a-secret-of-the-test' };
  const steward = { persona: 'data_steward', name: 'Ruth Calder', organisation: 'Ministry', roles: ['data_steward'] };
  const approver = { persona: 'approver', name: 'Grace Ashdown', organisation: 'Ministry', roles: ['approver'] };
  let home: string;
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let web: OpenWeb;
  let page: Page;
  let reference: string;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'assent-provider-'));
    writeFileSync(join(home, 'demo-access.json'), JSON.stringify([steward, approver]));
    const silent = { warn: console.warn, info: console.info };
    console.warn = console.info = () => undefined;
    provider = await startProvider({ home, port: 0, ...client });
    Object.assign(console, silent);
    web = await openWeb({
      provider: new AgencyProvider({ issuer: provider.issuer, ...client }, sessionTimes.longest),
    });
    for (const who of ['data_steward', 'approver'] as PersonaKey[]) {
      const link = { identityId: randomUUID(), issuer: provider.issuer, subject: who };
      const { personId } = web.api.store.cast.members[who];
      await web.api.store.cast.change([{ type: 'IdentityLinked', personId, ...link }]);
    }
    const proposal = await web.api.as('auditor').read(await submit(web.api, 'T1'));
    reference = proposal!['reference'] as string;
  });
  afterAll(async () => {
    await web.close();
    await provider.close();
    rmSync(home, { recursive: true });
  });

  const scene = scenes(() => web.browser);
  const words = 'It holds as it stands; see the Act, section 12.';

  scene('comes back from the provider to the act that a link led to', async () => {
    page = await web.stranger(`/proposals/${reference}/review?sign=purpose`);
    await press(page, /^Ruth Calder/);
    await sees(page, 'What did you find?');
    expect(page.url()).toContain(`/proposals/${reference}/review?sign=purpose`);
    // The door was found closed first, which the browser noted.
    web.complaints.length = 0;
  });

  scene('is asked to show again who they are, and nothing is recorded', async () => {
    await web.api.store.database.sql(`update person_session set authenticated_at = now() - interval '1 hour'`);
    await choose(page, 'What did you find?', 'Met');
    await write(page, 'Rationale', words);
    await press(page, 'Sign off “Purpose”');
    await link(page, 'Sign in again').waitFor();
    await holds(box(page, 'Rationale'), words);
    web.complaints.length = 0;
  });

  scene('as somebody else does not become theirs', async () => {
    await follow(page, 'Sign in again');
    await press(page, /^Grace Ashdown/);
    await arrives(page, 'Somebody else signed in');
    await page.goBack();
    await page.goto(`${web.api.url}/proposals/${reference}/review?sign=purpose`);
    await button(page, 'Ruth Calder').waitFor();
    web.complaints.length = 0;
  });

  scene('is given after that, with the words that were written before', async () => {
    await press(page, 'Sign off “Purpose”');
    await follow(page, 'Sign in again');
    await press(page, /^Ruth Calder/);
    await sees(page, 'What did you find?');
    await holds(box(page, 'Rationale'), words);
    web.complaints.length = 0;
    await press(page, 'Sign off “Purpose”');
    await sees(page, 'Sign-offs: 1 of 3 current');
    const proposal = await web.api.as('auditor').list({ text: reference });
    expect(proposal.edges).toHaveLength(1);
  });
});
