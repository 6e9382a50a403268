// A comment names somebody by the keyboard alone; they find it on My work without a reload, and answer. What was said is edited: it says
// so, and shows what it said before.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { submit } from '../harness/index.js';
import { expectAccessible, expectReflow } from './accessible.js';
import { connected, place } from './following.js';
import { inBrowser, isQuiet, look, openWeb, type OpenWeb } from './index.js';
import { box, button, choose, heading, press, region, sees } from './people/hands.js';

let web: OpenWeb;
let worker: DataSource;
let id: string;
let reference: string;
let writer: Page;
let named: Page;
beforeAll(async () => {
  web = await openWeb();
  worker = await web.api.store.connect('assent_worker');
  id = await submit(web.api);
  reference = String((await web.api.as('analyst').read(id))!['reference']);
  await place(worker);
});
afterAll(() => web.close());

const said = () => `/proposals/${reference}/review?view=said`;
const nameOf = (who: 'approver' | 'data_steward'): string => web.api.store.cast.members[who].name;
const namesRead = 'The partners who are invited read the name, too.';
const comments = async () => (await web.api.as('auditor').read(id))!['comments'];

/** Axe in both themes, nothing beside the page at 320 px, and pictures where they are asked for. */
async function stands(page: Page, picture: string): Promise<void> {
  await expectAccessible(page);
  await expectReflow(page);
  const folder = process.env['ASSENT_LOOK'];
  if (folder) await look(page, `${folder}/comment-${picture}`);
}

inBrowser('Somebody who is named in a comment', () => {
  it('is found by an @ and a few letters, with the keyboard alone', async () => {
    writer = await web.as('analyst_2', said());
    await isQuiet(writer);
    await press(writer, 'Comment: the proposal as a whole');
    const body = box(writer, 'Your comment');
    await body.focus();
    await writer.keyboard.type('Kia ora @');
    const whom = writer.getByRole('combobox', { name: 'Whom do you mention?' });
    await whom.waitFor();
    await isQuiet(writer);
    expect(await whom.evaluate(element => element === document.activeElement)).toBe(true);
    await stands(writer, 'picking');
    await writer.keyboard.type(nameOf('approver').slice(0, 4).toLowerCase());
    await writer.getByRole('option', { name: nameOf('approver') }).waitFor();
    await writer.keyboard.press('ArrowDown');
    await writer.keyboard.press('Enter');
    await writer.keyboard.type(
      'is this *really* so?\n\n- see [the Act](https://legislation.govt.nz/)\n- not <b>this</b>',
    );
    expect(await body.inputValue()).toContain(`Kia ora @${nameOf('approver')} is this *really* so?`);
    await sees(writer, `Mentions ${nameOf('approver')}, who will find it on My work.`);
    expect(await writer.getByText(namesRead).count()).toBe(0);
    await choose(writer, 'Who will read this?', 'The invited partners too');
    await sees(writer, namesRead);
    await choose(writer, 'Who will read this?', 'The lead organisation and the auditor');
    await body.focus();
  });

  it('is left alone by Escape, which leaves the @ where it was typed', async () => {
    await writer.keyboard.type(' (@');
    await writer.getByRole('combobox', { name: 'Whom do you mention?' }).waitFor();
    await writer.keyboard.press('Escape');
    await writer.getByRole('combobox', { name: 'Whom do you mention?' }).waitFor({ state: 'detached' });
    await isQuiet(writer);
    await writer.keyboard.press('Backspace');
    await writer.keyboard.press('Backspace');
    expect(await box(writer, 'Your comment').inputValue()).toMatch(/<b>this<\/b> $/);
  });

  it('is seen in the preview, where Markdown is what it will be', async () => {
    await press(writer, 'Preview');
    const form = region(writer, /^Comment on/);
    await form.locator('blockquote em').waitFor();
    expect(await form.locator('blockquote em').allInnerTexts()).toEqual(['really']);
    const act = form.getByRole('link', { name: 'the Act' });
    expect([await act.getAttribute('href'), await act.getAttribute('rel'), await act.getAttribute('target')]).toEqual([
      'https://legislation.govt.nz/',
      'noopener nofollow',
      null,
    ]);
    await sees(form, '<b>this</b>');
    await stands(writer, 'writing');
  });

  it('finds it on My work without a reload, and nobody else does', async () => {
    named = await web.as('approver', '/');
    const other = await web.as('data_steward', '/');
    await connected(named);
    expect(await heading(named, /^You were mentioned/).count()).toBe(0);
    await press(writer, 'Send the comment');
    await button(writer, 'Send the comment').waitFor({ state: 'detached' });
    await place(worker);
    await heading(named, 'You were mentioned (1)').waitFor();
    await other.reload();
    await isQuiet(other);
    expect(await heading(other, /^You were mentioned/).count()).toBe(0);
    await stands(named, 'my-work');
    expect(await comments()).toMatchObject([{ mentions: [{ displayName: nameOf('approver') }] }]);
  });

  it('comes to the thread, and is free of it once they have answered', async () => {
    await region(named, /^You were mentioned/)
      .getByRole('link')
      .click();
    await named.waitForURL(/view=said#said-/);
    await sees(named, `@${nameOf('approver')}`);
    await named.waitForFunction(() => `#${document.activeElement?.id}` === location.hash);
    await stands(named, 'thread');
    await press(named, 'Comment: the proposal as a whole');
    await box(named, 'Your comment').fill('It is.');
    await press(named, 'Send the comment');
    await sees(named, 'It is.');
    await named.goto(`${web.api.url}/`);
    await isQuiet(named);
    expect(await heading(named, /^You were mentioned/).count()).toBe(0);
  });

  it('or puts it away as seen, in this browser', async () => {
    const mentions = [web.api.store.cast.members.approver.personId];
    await web.api.as('analyst').do('comment', { proposalId: id, body: 'And this?', about: ['PM-1'], mentions });
    await named.reload();
    await heading(named, 'You were mentioned (1)').waitFor();
    await press(named, /^Seen/);
    await heading(named, 'You were mentioned (1)').waitFor({ state: 'detached' });
    await named.reload();
    await isQuiet(named);
    expect(await heading(named, /^You were mentioned/).count()).toBe(0);
  });
});

inBrowser('Whoever writes faster than the people come', () => {
  const begin = async () => {
    const page = await web.as('data_steward', said());
    const come = Promise.withResolvers<void>();
    await page.route('**/graphql', async route => {
      if (route.request().postData()?.includes('mentionable(')) await come.promise;
      await route.continue();
    });
    await press(page, 'Comment: the proposal as a whole');
    await box(page, 'Your comment').focus();
    return { page, come: come.resolve, words: () => page.locator('textarea').inputValue() };
  };

  it('finds what they began with among the name', async () => {
    const { page, come, words } = await begin();
    await page.keyboard.type(`Kia ora @${nameOf('approver').slice(0, 3)}`);
    come();
    await page.getByRole('combobox', { name: 'Whom do you mention?' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: nameOf('approver') }).click();
    await page.getByRole('combobox').waitFor({ state: 'detached' });
    expect(await words()).toBe(`Kia ora @${nameOf('approver')} `);
  });

  it('and writes on, is not taken away from it', async () => {
    const { page, come, words } = await begin();
    await page.keyboard.type('Three @ 5, ');
    come();
    await isQuiet(page);
    await page.keyboard.type('no more');
    expect(await words()).toBe('Three @ 5, no more');
  });
});

inBrowser('A comment that is edited', () => {
  it('says so, with what it said before, to whoever reads it', async () => {
    await isQuiet(writer);
    await press(writer, 'Edit');
    await box(writer, 'Your comment').fill('Kia ora, is this **still** so?');
    await writer.reload();
    await press(writer, 'Edit');
    expect(await box(writer, 'Your comment').inputValue()).toBe('Kia ora, is this **still** so?');
    await press(writer, 'Save the comment');
    await writer.locator('blockquote strong', { hasText: 'still' }).waitFor();
    const reader = await web.as('approver', said());
    await sees(reader, /edited \w{3} \d+ \w{3} \d{4}, \d\d:\d\d/);
    await press(reader, 'What it said before (1 version)');
    await reader.locator('del', { hasText: 'really' }).waitFor();
    await reader.locator('ins', { hasText: 'still' }).waitFor();
    await stands(reader, 'edited');
    expect(await button(reader, 'Edit').count()).toBe(1);
  });

  it('is refused with the very same words, beside the button', async () => {
    await press(writer, 'Edit');
    await press(writer, 'Save the comment');
    await sees(writer.getByRole('alert'), 'The comment says exactly this already.');
  });
});
