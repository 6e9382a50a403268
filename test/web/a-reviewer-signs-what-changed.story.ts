// A security officer finds what changed since their last review, gives the stale sign-off again on the diff, and objects; the
// engagement lead answers, the objection gets its last word, and the approver decides. All of it in the browser.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answer, concern, sign, submit, type PersonaKey, type Row } from '../harness/index.js';
import { risk } from '../builders/index.js';
import {
  comesTo,
  expectAccessible,
  expectReflow,
  holds,
  inBrowser,
  look,
  openWeb,
  type OpenWeb,
  tells,
} from './index.js';

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

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

inBrowser('A reviewer', () => {
  let id: string;
  let reference: string;
  const at = async (who: PersonaKey, path: string): Promise<Page> => {
    const page = await web.as(who, `/proposals/${reference}/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const revise = (dossier: object) => web.api.as('analyst').do('reviseProposal', { proposalId: id, dossier });
  const read = async (): Promise<Row> => (await web.api.as('auditor').read(id))!;

  beforeAll(async () => {
    id = await submit(web.api, 'T2');
    reference = (await read())['reference'] as string;
    await concern(web.api, id, 'partner_a', { about: ['PM-1', 'risks.K-1'] });
    await concern(web.api, id, 'data_steward', { about: ['risks.K-1'], severity: 'MINOR', statement: 'Too small.' });
    await sign(web.api, id, 'purpose');
    await sign(web.api, id, 'privacy_risk');
    await revise({
      retention: 'Seven years, then deleted.',
      risks: [risk('K-2')],
      summary: 'Counts of visits, for teams.',
    });
  });

  it('sees what changed since their last review, word by word, and ticks it off', async () => {
    const page = await at('security_officer', 'review');
    const retention = page.getByRole('article', { name: /^Retention/ });
    await retention.waitFor();
    await tells(retention.locator('del'), 'Two');
    await tells(retention.locator('ins'), 'Seven');
    await tells(retention, 'Made stale: Privacy risk');
    await comesTo(() => page.getByText('0 of 4 viewed').count(), 1);
    await retention.getByText(/^Viewed/).click();
    await page.getByText('1 of 4 viewed').waitFor();
    await inspect(page, 'review-changes');
    await page.reload();
    await page.getByText('1 of 4 viewed').waitFor();
  });

  it('finds concerns at their places, and those whose place is gone', async () => {
    const page = await at('security_officer', 'review?view=said');
    const earlier = page.getByRole('region', { name: 'On an earlier version (1)' });
    await earlier.waitFor();
    await tells(earlier, /As it stood on revision 1:\s+Small suburbs can be recognised/);
    await inspect(page, 'review-said');
  });

  it('reads the questions that the sign-off holds, with answers and red flags', async () => {
    const page = await at('security_officer', 'review?view=questions');
    await page.getByRole('heading', { name: /^RK-1:/ }).waitFor();
    expect(await page.getByRole('heading', { name: /^PM-1:/ }).count()).toBe(0);
    await inspect(page, 'review-questions');
  });

  it('gives the stale sign-off again on the diff, in one go', async () => {
    const page = await at('security_officer', 'review');
    await page.getByRole('link', { name: /^Look at what changed/ }).click();
    const act = page.getByRole('region', { name: 'Give again: Privacy risk' });
    await act.getByRole('article', { name: /^Retention/ }).waitFor();
    await comesTo(() => act.getByRole('article').count(), 2);
    await inspect(page, 'review-sign-again');
    await button(page, 'Sign off “Privacy risk”').click();
    await act.waitFor({ state: 'detached' });
    const { signOffs } = await read();
    expect(signOffs.find(({ key }: Row) => key === 'privacy_risk')).toMatchObject({ status: 'GIVEN', onRevision: 2 });
  });

  it('is told who signs, and why not they', async () => {
    const page = await at('analyst', 'review');
    const box = page.getByRole('region', { name: 'Sign-offs: 2 of 5 current' });
    await box.waitFor();
    await tells(box, 'May give it now: Ines Harding');
    await tells(box, /Why not you:\s+The sign-off “Necessity and proportionality” is given by a privacy officer/);
    await inspect(page, 'review-author');
  });

  it('keeps what was written, and is told what is missing', async () => {
    const page = await at('privacy_officer', 'review?sign=proportionality');
    await button(page, /^Sign off “Necessity/).click();
    await page.getByText('Say why, in a sentence at least.').waitFor();
    await page.getByRole('textbox', { name: 'Rationale' }).fill('Weighed twice.');
    await page.getByRole('radio', { name: /^Met with conditions/ }).check({ force: true });
    await page.reload();
    await holds(page.getByRole('textbox', { name: 'Rationale' }), 'Weighed twice.');
    await inspect(page, 'review-sign-conditions');
  });

  it('signs again when somebody else was faster, is told who did what, and loses no word', async () => {
    const page = await at('privacy_officer', 'review');
    // Nothing is told as it happens: the page is behind, and does not know.
    await page.routeWebSocket(/graphql/, () => undefined);
    await page.goto(page.url().replace(/review.*/, 'review?sign=proportionality'));
    await page.getByText('Not met', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Rationale' }).fill('Weighed again.');
    await revise({ retention: 'Seven years in all, then deleted.' });
    const send = button(page, /^Sign off “Necessity/);
    await send.click();
    await page.getByText(/ saved revision 3: Retention changed\. Nothing of yours is recorded yet/).waitFor();
    await holds(page.getByRole('textbox', { name: 'Rationale' }), 'Weighed again.');
    await page.getByText('Your sign-off is bound to revision 3').waitFor();
    await send.click();
    await page.getByRole('region', { name: /^Sign off: Necessity/ }).waitFor({ state: 'detached' });
    const { signOffs } = await read();
    expect(signOffs.find(({ key }: Row) => key === 'proportionality')).toMatchObject({
      finding: 'NOT_MET',
      onRevision: 3,
    });
  });

  it('raises a concern at a place, with the keyboard alone', async () => {
    const page = await at('privacy_officer', 'review?since=1');
    await button(page, 'Raise a concern: Retention').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Raise a concern about Retention' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Seven years is more than the purpose needs.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await inspect(page, 'review-raise');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Raise a concern about Retention' }).waitFor({ state: 'detached' });
    await page.getByText('Seven years is more than the purpose needs.').waitFor();
    const { concerns } = await read();
    expect(concerns.totalCount).toBe(3);
  });

  it('reads the concerns, and the engagement lead answers one', async () => {
    const page = await at('engagement_lead', 'concerns');
    await inspect(page, 'concerns');
    await page.getByRole('link', { name: /^Families will stop/ }).click();
    await page.getByText('It holds the decision until it is answered.').waitFor();
    await page.getByText('Not accepted', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Your answer' }).fill('Visits are counted, families are not.');
    await inspect(page, 'concern');
    await button(page, 'Send the answer').click();
    await page.getByText('An approval has to name it as overruled, with reasons.').first().waitFor();
    await page.getByText('Waiting for the raiser').waitFor();
  });

  it('the raiser has the last word', async () => {
    const page = await at('partner_a', 'concerns');
    await page.getByRole('link', { name: /^Families will stop/ }).click();
    await page.getByText('Visits are counted, families are not.').waitFor();
    await page.getByText(/^Dispute: I do not/).click();
    await page.getByRole('textbox', { name: /^A word with it/ }).fill('Nobody asked the families.');
    await inspect(page, 'concern-raiser');
    await button(page, 'Send your word').click();
    await page.getByText('Disputed: the answer is not accepted').first().waitFor();
    await page.getByText('Nobody asked the families.').waitFor();
  });
});

inBrowser('An approver', () => {
  let id: string;
  let reference: string;
  beforeAll(async () => {
    id = await submit(web.api, 'T2', 'Kai support referrals');
    const disputed = await concern(web.api, id, 'partner_a', { about: ['PM-1'] });
    for (const key of ['purpose', 'proportionality', 'privacy_risk']) await sign(web.api, id, key);
    await answer(web.api, id, disputed, 'NOT_ACCEPTED');
    await sign(web.api, id, 'consultation');
    await sign(web.api, id, 'transparency');
    await web.api.as('partner_a').do('settleConcern', { proposalId: id, concernId: disputed, outcome: 'DISPUTED' });
    reference = (await web.api.as('auditor').read(id))!['reference'] as string;
  });

  it('sees what stands for and against, and what is in the way of each outcome', async () => {
    const page = await web.as('approver', `/proposals/${reference}/decide`);
    await page.getByText('What stands against it').waitFor();
    await page.getByText('Approved', { exact: true }).click();
    await page.getByRole('heading', { name: 'Concerns that you overrule' }).waitFor();
    await inspect(page, 'decide');
    await button(page, 'Record: Approved').click();
    await page.getByText('Say why you overrule this concern.').waitFor();
    await comesTo(() => page.getByText('Give your reasons.').count(), 1);
  });

  it('records the decision, with the dissent named', async () => {
    const page = await web.as('approver', `/proposals/${reference}/decide?outcome=APPROVED_WITH_CONDITIONS`);
    await page.getByRole('textbox', { name: 'Why you overrule it' }).fill('Bands of ten hide every family.');
    await page.getByRole('textbox', { name: 'Your reasons' }).fill('The benefit is plain.');
    await button(page, 'Add a condition').click();
    await page.getByRole('textbox', { name: 'What has to be so' }).fill('Providers see the results first.');
    await page.getByRole('textbox', { name: 'Who sees to it' }).fill('Head of evaluation');
    await page.getByLabel('By which day').fill('2027-03-01');
    await inspect(page, 'decide-conditions');
    await button(page, 'Record: Approved with conditions').click();
    await page.waitForURL(/\/paper$/);
    const { state, decision } = (await web.api.as('auditor').read(id))!;
    expect(state).toBe('APPROVED_WITH_CONDITIONS');
    expect(decision).toMatchObject({
      overruled: [expect.any(String)],
      reasons: 'The benefit is plain.\n\nBands of ten hide every family.',
    });
  });
});

inBrowser('A sign-off by somebody who signed in long ago', () => {
  it('leads to a fresh sign-in and back to the form, with what was written in it', async () => {
    const old = await openWeb({ times: { fresh: 0 } });
    const id = await submit(old.api, 'T1');
    const reference = String((await old.api.as('auditor').read(id))!['reference']);
    const page = await old.as('data_steward', `/proposals/${reference}/review?sign=purpose`);
    await page.getByText('Not met', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Rationale' }).fill('The purpose is two purposes.');
    await button(page, 'Sign off “Purpose”').click();
    const way = await page.getByRole('link', { name: 'Sign in again' }).getAttribute('href');
    const [path, query] = way!.split('?');
    expect([path, new URLSearchParams(query).get('return')]).toEqual([
      '/sign-in',
      expect.stringMatching(/review\?.*sign=purpose/),
    ]);
    await page.goto(`${old.api.url}${new URLSearchParams(query).get('return')}`);
    await holds(page.getByRole('textbox', { name: 'Rationale' }), 'The purpose is two purposes.');
    // The api refused by its status, which browsers note.
    old.complaints.length = 0;
    await old.close();
  });
});
