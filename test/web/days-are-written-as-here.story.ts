// Days are written and shown the New Zealand way, however the browser is set: day first, and the month in words once the field is left.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Row } from '../harness/index.js';
import { inBrowser, isQuiet, openWeb, type OpenWeb } from './index.js';
import { box, pick, press, sees, write } from './people/hands.js';

let web: OpenWeb;
beforeAll(async () => {
  web = await openWeb();
});
afterAll(() => web.close());

const american = (path: string): Promise<Page> => web.as('auditor', path, { locale: 'en-US' });
const rolesOf = `query ($id: ID!) { roleHistory(filter: { personId: $id }, first: 100) { edges { node { role endsAt } } } }`;
const rolesHeldBy = async (id: string): Promise<Row[]> => {
  const { roleHistory } = await web.api.as('administrator').query(rolesOf, { id });
  return (roleHistory as Row)['edges'].map(({ node }: Row) => node as Row);
};
const from = (page: Page): string | null => new URL(page.url()).searchParams.get('from');

inBrowser('A day', () => {
  it.each([
    ['1/3/2026', 'typed'],
    ['2026-03-01', 'pasted'],
  ])('is read day first, in an American browser, too: %s, %s', async text => {
    const page = await american('/reports');
    const field = page.getByRole('textbox', { name: 'From' });
    await field.press('Control+A');
    await page.keyboard.insertText(text);
    await field.press('Enter');
    await page.waitForURL(/from=/);
    expect(from(page)).toBe('2026-03-01');
    expect(await field.inputValue()).toBe('Sun 1 Mar 2026');
  });

  it('that is none is said to be none, and changes nothing', async () => {
    const page = await american('/reports?from=2026-03-01');
    const field = page.getByRole('textbox', { name: 'From' });
    await field.fill('30/2/2026');
    await field.press('Tab');
    await page.getByText('This is no day. Write it as 1/3/2027 or 1 March 2027.').waitFor();
    expect(from(page)).toBe('2026-03-01');
    expect(await field.inputValue()).toBe('30/2/2026');
    await field.fill('28 Feb 2026');
    await field.press('Tab');
    await page.waitForURL(/from=2026-02-28/);
    expect(await page.getByText('This is no day.').count()).toBe(0);
  });

  it('is chosen in the calendar by whoever likes to', async () => {
    const page = await american('/reports?from=2026-03-01');
    await page.evaluate(() => {
      HTMLInputElement.prototype.showPicker = function () {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(this, '2026-04-02');
        this.dispatchEvent(new Event('input', { bubbles: true }));
      };
    });
    await page.getByRole('button', { name: 'Calendar: From' }).click();
    await page.waitForURL(/from=2026-04-02/);
    expect(await page.getByRole('textbox', { name: 'From' }).inputValue()).toBe('Thu 2 Apr 2026');
  });
});

inBrowser('A form with what is no day in it', () => {
  it('is not sent as if nothing stood there: no role is without an end because its end was mistyped', async () => {
    const { personId } = web.api.store.cast.members.outsider;
    const before = await rolesHeldBy(personId);
    const page = await web.as('administrator', `/people/${personId}`);
    await press(page, 'Give a role');
    const dialog = page.getByRole('dialog');
    await pick(page, dialog, /Role$/, 'Data steward');
    await write(dialog, 'Until the end of', '31/2/2099');
    await box(dialog, 'Until the end of').press('Enter');
    await sees(dialog, 'This is no day.');
    await isQuiet(page);
    expect(await rolesHeldBy(personId)).toEqual(before);
    await write(dialog, 'Until the end of', '28.2.99');
    await press(dialog, 'Give the role data steward');
    await dialog.waitFor({ state: 'detached' });
    expect(await rolesHeldBy(personId)).toContainEqual({ role: 'data_steward', endsAt: '2099-02-28T11:00:00.000Z' });
  });
});
