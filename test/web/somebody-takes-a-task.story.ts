// Somebody takes a piece of work, gives it to a colleague with a word, and gets it back: by keyboard, seen at once in the other's My work.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { sign, submit } from '../harness/index.js';
import { connected, place } from './following.js';
import { expectAccessible, expectReflow, inBrowser, isQuiet, look, openWeb, type OpenWeb } from './index.js';

let web: OpenWeb;
let worker: DataSource;
let proposalId: string;
let reference: string;
const pictures = process.env['ASSENT_LOOK'];

beforeAll(async () => {
  web = await openWeb();
  worker = await web.api.store.connect('assent_worker');
  proposalId = await submit(web.api, 'T1', 'Kai support referrals');
  await sign(web.api, proposalId, 'purpose');
  reference = String((await web.api.as('auditor').read(proposalId))!['reference']);
  await place(worker);
});
afterAll(() => web.close());

/** My work of somebody, listening to what others do. */
async function workOf(who: 'privacy_officer' | 'security_officer'): Promise<Page> {
  const page = await web.as(who);
  await connected(page);
  return page;
}

async function stands(page: Page, name: string): Promise<void> {
  await isQuiet(page);
  if (pictures) await look(page, `${pictures}/${name}`);
  await expectAccessible(page);
  await expectReflow(page);
}

const row = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Privacy risk' }).last();
const button = (page: Page, words: string) =>
  page.getByRole('button', { name: new RegExp(`^${words}: .*Privacy risk`) });
const nameOf = (who: 'privacy_officer' | 'security_officer'): string => web.api.store.cast.members[who].name;

inBrowser('A task that several may do', () => {
  it('is taken by one, and waits on them in the other’s list without a reload', async () => {
    const [mine, theirs] = [await workOf('privacy_officer'), await workOf('security_officer')];
    await theirs.evaluate(() => (document.body.dataset['same'] = 'page'));
    await button(mine, 'Take it').focus();
    await mine.keyboard.press('Enter');
    await button(mine, 'Give it back').waitFor();
    expect(await button(mine, 'Give it back').evaluate(element => element === document.activeElement)).toBe(true);
    await mine.getByText('You have had this since').waitFor();
    await place(worker);
    await row(theirs)
      .getByText(`${nameOf('privacy_officer')} has had this since`)
      .waitFor();
    expect(await theirs.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      expect.stringMatching(/^Waiting on others \(\d+\)$/),
    ]);
    expect(
      await row(theirs)
        .getByRole('link', { name: /^Give the sign-off “Privacy risk”/ })
        .count(),
    ).toBe(1);
    expect(await theirs.evaluate(() => document.body.dataset['same'])).toBe('page');
    await stands(mine, 'taken-mine');
    await stands(theirs, 'taken-theirs');
    await button(theirs, 'Take it over').press('Enter');
    await button(theirs, 'Give it back').waitFor();
    expect(await button(theirs, 'Give it back').evaluate(element => element === document.activeElement)).toBe(true);
    await place(worker);
    await button(mine, 'Take it over').click();
    await button(mine, 'Give it back').waitFor();
  });

  it('is given to a colleague with a word, by keyboard, and theirs from then on', async () => {
    const [mine, theirs] = [await workOf('privacy_officer'), await workOf('security_officer')];
    await button(mine, 'Give it to…').focus();
    await mine.keyboard.press('Enter');
    const dialog = mine.getByRole('dialog', { name: 'Give it to a colleague' });
    await dialog.getByRole('radio', { name: nameOf('security_officer') }).waitFor();
    expect(await dialog.getByRole('radio', { name: nameOf('privacy_officer') }).count()).toBe(0);
    await stands(mine, 'give-it-to');
    await dialog.getByRole('button', { name: 'Give it to them' }).click();
    await dialog.getByText('Choose somebody first.').waitFor();
    await dialog.getByRole('radio', { name: nameOf('security_officer') }).focus();
    await mine.keyboard.press('Space');
    await dialog.getByLabel(/^A word to them/).fill('You know the route.');
    await dialog.getByRole('button', { name: 'Give it to them' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await mine.getByText(`${nameOf('privacy_officer')} gave this to ${nameOf('security_officer')} on`).waitFor();
    await place(worker);
    await theirs.getByText(`${nameOf('privacy_officer')} gave this to you on`).waitFor();
    await theirs.getByText('You know the route.').waitFor();
    await stands(theirs, 'given-theirs');
  });

  it('is seen where the proposal is and in its review by whoever reads it, and taken over knowingly', async () => {
    const seen = await web.as('auditor', `/proposals/${reference}`);
    const said = `${nameOf('privacy_officer')} gave this to ${nameOf('security_officer')} on`;
    await seen.getByText(said).first().waitFor();
    await stands(seen, 'where-is-it-taken');
    const { organisations, members } = web.api.store.cast;
    const say = { work: `say:${organisations.partnerA}`, to: members.partner_a.personId };
    await web.api.as('partner_a').do('assignTask', { proposalId, ...say });
    await place(worker);
    await seen.getByText('The say of a partner organisation').waitFor();
    const review = await web.as('privacy_officer', `/proposals/${reference}/review`);
    const box = review.getByRole('region', { name: /^Sign-offs/ });
    await box.getByText(said).waitFor();
    await stands(review, 'review-taken');
    await box.getByRole('button', { name: /^Take it over: Privacy risk/ }).click();
    await box.getByText('You have had this since').waitFor();
    await box.getByRole('button', { name: /^Give it back: Privacy risk/ }).click();
    await box.getByRole('button', { name: /^Take it: Privacy risk/ }).waitFor();
  });
});
