// What others do arrives on an open page without a reload: what is shown is asked for again, who did what is said politely, and neither
// the focus nor what is being written is touched.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { concern, sign, submit } from '../harness/index.js';
import { connected, place } from './following.js';
import { comesTo, holds, inBrowser, openWeb, type OpenWeb } from './index.js';

let web: OpenWeb;
let worker: DataSource;
beforeAll(async () => {
  web = await openWeb();
  worker = await web.api.store.connect('assent_worker');
});
afterAll(() => web.close());

const referenceOf = async (proposalId: string): Promise<string> =>
  String((await web.api.as('analyst').read(proposalId))?.['reference']);

inBrowser('Changes by others', () => {
  it('arrive, and are said in a sentence', async () => {
    const proposalId = await submit(web.api);
    await place(worker);
    const page = await web.as('analyst', `/proposals/${await referenceOf(proposalId)}`);
    await page.getByRole('heading', { name: 'Sign-offs: 0 of 3 current' }).waitFor();
    await connected(page);
    await page.evaluate(() => (document.body.dataset['same'] = 'page'));
    await sign(web.api, proposalId, 'purpose');
    await place(worker);
    await page.getByRole('heading', { name: 'Sign-offs: 1 of 3 current' }).waitFor();
    await page.getByRole('status').filter({ hasText: 'gave the sign-off' }).waitFor();
    expect(await page.evaluate(() => document.body.dataset['same'])).toBe('page');
  });

  it('leave alone who is writing, and say nothing of what one did oneself', async () => {
    const proposalId = await submit(web.api);
    await place(worker);
    const page = await web.as('partner_a', `/say/${await referenceOf(proposalId)}`);
    await connected(page);
    const field = page.getByLabel('What worries you?');
    await field.fill('Families will stop');
    await concern(web.api, proposalId, 'partner_a', { statement: 'Said by my own hand elsewhere.' });
    await place(worker);
    await page.getByText('Said by my own hand elsewhere.').waitFor();
    await holds(field, 'Families will stop');
    expect(await field.evaluate(element => element === document.activeElement)).toBe(true);
    await page.keyboard.type(' coming.');
    await holds(field, 'Families will stop coming.');
    expect(await page.getByRole('status').filter({ hasText: 'Changed by somebody else' }).count()).toBe(0);
  });

  it('are told to nobody whose session ended: the page stays, and says how to go on', async () => {
    const proposalId = await submit(web.api);
    await place(worker);
    const page = await web.as('approver', `/proposals/${await referenceOf(proposalId)}`);
    await connected(page);
    const { personId } = web.api.store.cast.members.approver;
    const ending = 'mutation ($input: EndSessionsInput!) { endSessions(input: $input) { __typename } }';
    await web.api.as('administrator').query(ending, { input: { commandId: randomUUID(), personId } });
    await sign(web.api, proposalId, 'purpose');
    await place(worker);
    await page.getByText('Your session has ended.').waitFor();
    await comesTo(() => page.getByRole('heading', { name: 'Where is it' }).count(), 1);
    // Browsers note an answer with the status 401.
    web.complaints.length = 0;
  });

  it('open no socket for a page that is printed', async () => {
    const proposalId = await submit(web.api);
    await place(worker);
    const page = await web.as('analyst', '/');
    await page.goto('about:blank');
    const sockets: string[] = [];
    page.on('websocket', socket => void sockets.push(socket.url()));
    await page.goto(`${web.api.url}/proposals/${await referenceOf(proposalId)}/paper?print=1`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    expect(sockets).toEqual([]);
  });
});
