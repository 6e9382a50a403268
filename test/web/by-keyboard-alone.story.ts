// A draft, a concern, a sign-off and a decision by people who touch no mouse: every stop can be seen, and after each step the heading of
// the new screen has the focus.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { awaitDecision, submit, type PersonaKey, type Row } from '../harness/index.js';
import { inBrowser, openWeb, type OpenWeb } from './index.js';
import { box, button, link, sees } from './people/hands.js';
import { chooseWithArrows, enter, isAtHeading, type } from './people/keyboard.js';
import { scenes } from './people/scene.js';

let web: OpenWeb;
beforeAll(async () => void (web = await openWeb()));
afterAll(() => web.close());
const scene = scenes(() => web.browser);

const read = async (id: string): Promise<Row> => (await web.api.as('auditor').read(id))!;

async function at(who: PersonaKey, path = '/'): Promise<Page> {
  const page = await web.as(who, path);
  page.setDefaultTimeout(15_000);
  return page;
}

inBrowser('By keyboard alone', () => {
  scene('an analyst begins a draft and writes in it', async () => {
    const page = await at('analyst');
    await enter(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Proposals' }));
    await isAtHeading(page, 'Proposals');
    await enter(page, link(page, 'Begin a proposal'));
    await isAtHeading(page, 'New proposal');
    await type(page, box(page, 'Title'), 'Kai support referrals');
    await enter(page, button(page, 'Begin the draft'));
    await isAtHeading(page, 'Title and summary');
    await type(page, box(page, 'Summary'), 'Counts of referrals, by month.');
    await sees(page, /^Saved \d\d:\d\d/);
    await enter(page, link(page, /^Next: Facts/));
    await isAtHeading(page, 'Facts');
    await chooseWithArrows(page, 'How identifying is it?', 'Pseudonymous');
    await sees(page, /With what is saved: standard review/);
    const { edges } = await web.api.as('auditor').list({ text: 'Kai support' });
    expect(await read(edges[0]!.node['id'] as string)).toMatchObject({
      ...{ tier: 'T2', dossier: { summary: 'Counts of referrals, by month.' } },
    });
  });

  scene('a partner raises a concern', async () => {
    const id = await submit(web.api, 'T2');
    const page = await at('partner_a');
    await enter(page, link(page, /^Have your say/));
    await isAtHeading(page, 'Have your say');
    await type(page, box(page, 'What worries you?'), 'Whānau will stop coming.');
    await chooseWithArrows(page, 'How much does it weigh for you?', 'Substantial');
    await enter(page, button(page, 'Send my concern'));
    await sees(page, 'It is recorded, word for word.');
    expect((await read(id))['concerns'].edges[0].node).toMatchObject({ statement: 'Whānau will stop coming.' });
  });

  scene('a data steward gives a sign-off', async () => {
    const id = await submit(web.api, 'T1', 'Visits by suburb');
    const reference = (await read(id))['reference'] as string;
    const page = await at('data_steward', `/proposals/${reference}/review?sign=purpose`);
    await chooseWithArrows(page, 'What did you find?', 'Met');
    await type(page, box(page, 'Rationale'), 'It holds as it stands.');
    const sign = button(page, 'Sign off “Purpose”');
    await enter(page, sign);
    await sign.waitFor({ state: 'detached' });
    expect((await read(id))['signOffs'][0]).toMatchObject({ status: 'GIVEN', finding: 'MET' });
  });

  scene('an approver decides', async () => {
    const id = await awaitDecision(web.api, 'T1', 'Where visits are missing');
    const page = await at('approver');
    await enter(page, link(page, /^Decide/));
    await isAtHeading(page, 'Decide');
    await chooseWithArrows(page, 'What do you decide?', 'Approved');
    await type(page, box(page, 'Your reasons'), 'As weighed.');
    await enter(page, button(page, 'Record: Approved'));
    await page.waitForURL(/\/paper$/);
    expect(await read(id)).toMatchObject({ state: 'APPROVED' });
  });
});
