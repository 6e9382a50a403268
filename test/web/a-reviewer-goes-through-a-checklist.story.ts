// A data steward goes through the questions of their sign-off with the keyboard alone, finds their ticks again after a reload, is told
// what a No stands in the way of, and signs; the approver sees what they found, and the history tells it. All of it in the browser.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { signOffsOf, sign, submit, type PersonaKey, type Row } from '../harness/index.js';
import { expectAccessible, expectReflow, inBrowser, look, openWeb, type OpenWeb } from './index.js';

let web: OpenWeb;
beforeAll(async () => void (web = await openWeb()));
afterAll(() => web.close());

/** Pictures, for whoever wants to look: ASSENT_LOOK=/tmp/pictures. */
const pictures = process.env['ASSENT_LOOK'];

async function inspect(page: Page, name: string): Promise<void> {
  if (pictures) await look(page, `${pictures}/${name}`);
  await expectAccessible(page);
  await expectReflow(page);
}

const ask = (page: Page, questionId: string): Locator =>
  page.getByRole('radiogroup', { name: `${questionId}: does the answer hold?` });
const ticked = async (page: Page, questionId: string): Promise<string[]> => {
  const chosen = ask(page, questionId).getByRole('radio', { checked: true });
  return chosen.allInnerTexts();
};
const note = 'The old figure is still in use.';

inBrowser('A reviewer with a checklist', () => {
  let id: string;
  let reference: string;
  let page: Page;
  const at = async (who: PersonaKey, path: string): Promise<Page> => {
    const opened = await web.as(who, `/proposals/${reference}/${path}`);
    await opened.getByRole('heading', { level: 1 }).waitFor();
    return opened;
  };
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const readPurpose = async (): Promise<Row> => {
    const { signOffs } = (await web.api.as('auditor').read(id)) as Row;
    return (signOffs as Row[]).find(({ key }) => key === 'purpose')!;
  };

  beforeAll(async () => {
    id = await submit(web.api, 'T2');
    reference = (await web.api.as('auditor').read(id))!['reference'] as string;
    page = await at('data_steward', 'review?sign=purpose');
  });

  it('opens it and ticks with arrows and Enter, from question to question', async () => {
    await page.getByRole('button', { name: 'Checklist: 0 of 9 answered' }).focus();
    await press('Enter', 'Tab', 'Tab', 'Enter');
    expect(await ticked(page, 'PM-1')).toEqual(['Yes']);
    await press('ArrowDown', 'Enter', 'ArrowDown', 'ArrowRight', 'Enter');
    expect(await ticked(page, 'PM-3')).toEqual(['No']);
    await page.getByRole('button', { name: 'Checklist: 3 of 9 answered' }).waitFor();
    await inspect(page, 'checklist');
  });

  it('wants a reason for a No, and takes a tick back', async () => {
    await page.getByRole('button', { name: 'Sign off “Purpose”' }).click();
    await page.getByRole('textbox', { name: 'Why does the answer to PM-3 not hold?' }).waitFor();
    expect(await page.getByText('Say why, in a sentence at least.').count()).toBe(2);
    await page.getByText('In the checklist a No, or what does not arise, has no reason yet.').waitFor();
    await page.getByRole('textbox', { name: 'Why does the answer to PM-3 not hold?' }).fill(note);
    await ask(page, 'PM-2').getByRole('radio', { checked: true }).focus();
    await press('Enter');
    expect(await ticked(page, 'PM-2')).toEqual([]);
    await page.getByRole('button', { name: 'Checklist: 2 of 9 answered' }).waitFor();
  });

  it('finds what was ticked and written again after a reload', async () => {
    await page.reload();
    await ask(page, 'PM-3').waitFor();
    expect([await ticked(page, 'PM-1'), await ticked(page, 'PM-2'), await ticked(page, 'PM-3')]).toEqual([
      ['Yes'],
      [],
      ['No'],
    ]);
    expect(await page.getByRole('textbox', { name: 'Why does the answer to PM-3 not hold?' }).inputValue()).toBe(note);
  });

  it('is told beside the button that a No to what has to hold keeps it from being met', async () => {
    await ask(page, 'PM-1').getByRole('radio', { name: 'No', exact: true }).click();
    await page.getByText('With a No here the sign-off cannot be found met.').waitFor();
    await ask(page, 'PM-1').getByRole('radio', { name: 'Yes' }).click();
    await ask(page, 'PM-4').getByRole('radio', { name: 'No', exact: true }).click();
    await page.getByText('With a No here it can be met only with a condition about this question.').waitFor();
    await page.getByRole('textbox', { name: 'Why does the answer to PM-4 not hold?' }).fill('One user is missing.');
    await page.getByText('Met', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Rationale' }).fill('It holds as it stands.');
    await page.getByRole('button', { name: 'Sign off “Purpose”' }).click();
    await page.getByText(/^Your checklist says No to PM-4/).waitFor();
    await inspect(page, 'checklist-refused');
    await page.getByText('Met with conditions', { exact: true }).click();
    expect(await page.getByRole('checkbox', { name: /^PM-4:/ }).isChecked()).toBe(true);
    await page.getByText('Met', { exact: true }).click();
    expect(await readPurpose()).toMatchObject({ status: 'PENDING', checklist: null });
  });

  it('signs, and what they found stands in the box of sign-offs', async () => {
    await ask(page, 'PM-4').getByRole('radio', { name: 'Yes' }).click();
    await page.getByRole('button', { name: 'Sign off “Purpose”' }).click();
    await page.getByRole('region', { name: 'Sign off: Purpose' }).waitFor({ state: 'detached' });
    expect((await readPurpose())['checklist']).toMatchObject({
      ...{ answered: 3, total: 9 },
      answers: [{ questionId: 'PM-1' }, { questionId: 'PM-3', answer: 'NO', note }, { questionId: 'PM-4' }],
    });
    await page.getByRole('button', { name: 'Checklist 3 of 9, 1 no (questions of version 1)' }).click();
    await page.getByText(note).waitFor();
    await inspect(page, 'checklist-shown');
  });

  it('begins with what they found when they give it again', async () => {
    const again = await at('data_steward', 'review?sign=purpose');
    await again.getByRole('button', { name: 'Checklist: 3 of 9 answered' }).waitFor();
    expect(await again.getByRole('textbox', { name: 'Rationale' }).inputValue()).toBe('It holds as it stands.');
  });

  it('is read by the approver, and told in the history', async () => {
    for (const key of signOffsOf('T2').slice(1)) await sign(web.api, id, key);
    const deciding = await at('approver', 'decide');
    await deciding.getByRole('button', { name: /^Checklist 3 of 9, 1 no/ }).click();
    await deciding.getByText(note).waitFor();
    await inspect(deciding, 'checklist-decide');
    const history = await at('approver', 'history');
    await history.getByText('gave the sign-off Purpose on revision 1: met, checklist 3 of 9, 1 no').waitFor();
    const paper = await at('approver', 'paper');
    await paper.getByText('Checklist 3 of 9, 1 no').waitFor();
  });
});

inBrowser('The questions of a draft', () => {
  it('say of what is worked out from the dossier that it is not so yet, while it is not', async () => {
    const analyst = web.api.as('analyst');
    const dossier = { facts: { identifiability: 'pseudonymous', indirectCollection: true } };
    const { proposal } = await analyst.do('draftProposal', { title: 'Nothing asked for yet', dossier });
    const { reference, tier } = (await analyst.read(proposal['id'] as string)) as Row;
    expect(tier).toBe('T2');
    const page = await web.as('analyst', `/proposals/${reference}/review?view=questions&set=purpose`);
    const question = page.getByRole('article', { name: /^PM-7:/ });
    await question.waitFor();
    expect(await question.innerText()).toContain('Not so yet');
    expect(await question.innerText()).not.toMatch(/Answered/);
    const editor = await web.as('analyst', `/proposals/${reference}/dossier/PM`);
    const asked = editor.getByRole('listitem').filter({ has: editor.getByRole('heading', { name: /^PM-7 / }) });
    expect(await asked.innerText()).toContain('Not so yet');
    expect(await asked.innerText()).not.toMatch(/Answered/);
  });
});
