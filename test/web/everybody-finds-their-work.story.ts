// What each person finds when they come in: their tasks and where those are done, the list with its filters, people and roles, what
// there is to learn, and help. Every screen without a violation, and within 320 px.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { awaitDecision, concern, draft, sign, submit } from '../harness/index.js';
import { comesTo, expectAccessible, expectReflow, inBrowser, isQuiet, look, type OpenWeb, openWeb } from './index.js';

let web: OpenWeb;
const pictures = process.env['ASSENT_LOOK'];

beforeAll(async () => {
  web = await openWeb();
  const { api } = web;
  await draft(api, 'T1', 'Kai support referrals');
  const whanau = await submit(api, 'T2', 'Housing outcomes of whānau in Te Tai Tokerau');
  await concern(api, whanau);
  await sign(api, whanau, 'purpose');
  const stale = await submit(api, 'T2', 'Where home visits are missing');
  for (const key of ['purpose', 'privacy_risk']) await sign(api, stale, key);
  await api
    .as('analyst')
    .do('reviseProposal', { proposalId: stale, dossier: { retention: 'Two years, then erased.' } });
  await awaitDecision(api, 'T1', 'Counting without names');
});
afterAll(() => web.close());

/** Every screen has to stand this; with ASSENT_LOOK there are pictures of it. */
async function stands(page: Page, name: string): Promise<void> {
  await isQuiet(page);
  if (pictures) await look(page, `${pictures}/${name}`);
  await expectAccessible(page);
  await expectReflow(page);
}

const headings = (page: Page) => page.getByRole('heading', { level: 2 }).allInnerTexts();

inBrowser('My work', () => {
  it('tells a privacy officer what is theirs, why, and leads to where it is done', async () => {
    const page = await web.as('privacy_officer');
    await page.getByText('changed since the sign-off').waitFor();
    expect(
      (await headings(page)).every(heading =>
        /^(Overdue|Due this week|Later|Waiting on others) \(\d+\)$/.test(heading),
      ),
    ).toBe(true);
    const task = page.getByRole('link', { name: /Review what changed and give “Privacy risk” again/ });
    expect(await task.getAttribute('href')).toMatch(/\/review\?sign=privacy_risk#sign-off-privacy_risk$/);
    expect(await page.getByRole('link', { name: 'Save as CSV' }).getAttribute('href')).toBe('/csv/my-work');
    await stands(page, 'my-work');
  });

  it('tells an author what waits on whom', async () => {
    const page = await web.as('analyst');
    await page.getByRole('heading', { name: /Waiting on others/ }).waitFor();
    expect(await page.getByText('Waits for Grace Ashdown.').count()).toBeGreaterThan(0);
    await stands(page, 'my-work-author');
  });

  it.each([
    ['partner_a', 'Have your say', /^\/say\/DSP-/],
    ['approver', 'Decide', /\/decide$/],
    ['engagement_lead', 'Answer a concern', /\/concerns\//],
  ] as const)('leads the %s to “%s”', async (who, deed, place) => {
    const page = await web.as(who);
    const task = page.getByRole('link', { name: new RegExp(`^${deed}`) }).first();
    expect(await task.getAttribute('href')).toMatch(place);
  });

  it.each([
    ['auditor', 'Read the decision history'],
    ['outsider', 'Begin a proposal'],
    ['administrator', 'People and roles'],
  ] as const)('shows the %s where to begin: %s', async (who, place) => {
    const page = await web.as(who);
    await page.getByText('Nothing waits for you.', { exact: true }).waitFor();
    await page.getByRole('link', { name: place }).waitFor();
    await stands(page, `my-work-${who}`);
  });
});

inBrowser('The list of proposals', () => {
  it('is found without macrons, by keyboard alone, and the address says what is seen', async () => {
    const page = await web.as('analyst', '/proposals');
    const rows = page.getByRole('rowheader');
    await rows.first().waitFor();
    await stands(page, 'proposals');
    await page.getByRole('searchbox', { name: 'Words of the reference or the title' }).focus();
    await page.keyboard.type('whanau');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/proposals?text=whanau');
    await page.getByText('1 proposal', { exact: true }).waitFor();
    await comesTo(() => rows.allInnerTexts(), [expect.stringContaining('whānau')]);
    await page.getByRole('button', { name: 'Remove the filter With “whanau”' }).press('Enter');
    await page.waitForURL('**/proposals');
    await page.getByText('4 proposals', { exact: true }).waitFor();
  });

  it('is narrowed by boxes, which are chips and an address that others can open', async () => {
    const page = await web.as('analyst', '/proposals');
    await page.getByRole('button', { name: 'Filters' }).press('Enter');
    await page.getByRole('checkbox', { name: 'In review' }).press('Space');
    await page.waitForURL('**/proposals?state=IN_REVIEW');
    await page.getByRole('checkbox', { name: 'With an open concern' }).press('Space');
    await page.waitForURL('**/proposals?state=IN_REVIEW&concern=yes');
    await page.getByText('1 proposal', { exact: true }).waitFor();
    await stands(page, 'proposals-filtered');
    const other = await web.as('approver', new URL(page.url()).pathname + new URL(page.url()).search);
    await other.getByText('1 proposal', { exact: true }).waitFor();
    const csv = await other.getByRole('link', { name: 'Save as CSV' }).getAttribute('href');
    expect(csv).toBe('/csv/proposals?states=IN_REVIEW&hasOpenConcern=true');
    const file = await other.evaluate(async address => (await fetch(address)).text(), csv!);
    expect(file.trim().split('\n')).toHaveLength(2);
  });

  it('keeps a view under a name, with how much there is of it', async () => {
    const page = await web.as('privacy_officer', '/proposals?awaiting=yes');
    await page.getByRole('button', { name: 'Saved views' }).press('Enter');
    await page.getByRole('button', { name: 'Save this view' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('My turn');
    await page.keyboard.press('Enter');
    await page.goto(`${web.api.url}/proposals`);
    const view = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: /^My turn \d+$/ });
    await view.press('Enter');
    await page.waitForURL('**/proposals?awaiting=yes');
  });

  it('shows an auditor the portfolio as of a day', async () => {
    const page = await web.as('auditor', '/proposals?on=2020-01-01');
    await page.getByText('This is how they stood at the end of Wed 1 Jan 2020.').waitFor();
    await page.getByText('No proposal is like this.').waitFor();
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(new Date());
    await page.goto(`${web.api.url}/proposals?on=${today}`);
    await page.getByText('4 proposals on this page').waitFor();
    await stands(page, 'portfolio');
  });
});

inBrowser('People', () => {
  it('hold roles that an administrator gives, in words, and ends', async () => {
    const page = await web.as('administrator', '/people');
    await page.getByRole('link', { name: 'Ines Harding' }).waitFor();
    await stands(page, 'people');
    await page.getByRole('button', { name: 'Add a person' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Marama Tui');
    await dialog.getByRole('button', { name: /Organisation$/ }).press('Enter');
    await page.getByRole('option', { name: 'Department of Harbours' }).press('Enter');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Marama Tui' }).waitFor();
    await page.getByRole('button', { name: 'Give a role' }).press('Enter');
    await dialog.getByRole('button', { name: /Role$/ }).press('Enter');
    await page.getByRole('option', { name: 'Data steward' }).press('Enter');
    await page.getByText('Marama Tui will hold the role data steward in Department of Harbours, at once').waitFor();
    await page.getByText('Gives the sign-off on purpose.').waitFor();
    if (pictures) await look(page, `${pictures}/assign-role`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Give the role data steward' }).press('Enter');
    await page.getByText('In force').waitFor();
    await stands(page, 'person');
    await page.getByRole('button', { name: 'End: Data steward' }).press('Enter');
    await page.getByText('It is their last role in force').waitFor();
    await page.getByRole('button', { name: 'End it now' }).press('Enter');
    await page.getByText('Ended', { exact: true }).waitFor();
    // The button is gone, and whoever stood on it is not sent to the top of the page.
    await comesTo(() => page.evaluate(() => document.activeElement?.textContent), 'Roles');
  });

  it('are found by name, and without names of elsewhere for whoever is no administrator', async () => {
    const page = await web.as('analyst', '/people?text=ines');
    await page.getByText('1 person').waitFor();
    await page.goto(`${web.api.url}/people`);
    await page.getByRole('link', { name: 'Ines Harding' }).waitFor();
    expect(await page.getByRole('link', { name: 'Anahera Quill' }).count()).toBe(0);
  });

  it('issue a token, see it once, revoke it, and end their session', async () => {
    const page = await web.as('analyst_2', '/tokens');
    await page.getByText('This browser').waitFor();
    await stands(page, 'tokens');
    await page.getByRole('button', { name: 'Issue a token' }).press('Enter');
    await page.getByRole('textbox', { name: 'What it is for' }).fill('Nightly report');
    await page.getByRole('dialog').getByRole('button', { name: 'Issue a token' }).press('Enter');
    const secret = await page.locator('code').innerText();
    expect((await web.api.withToken(secret).query('{ viewer { roles } }')).viewer.roles).toEqual(['analyst']);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'I have it' }).press('Enter');
    expect(await page.content()).not.toContain(secret);
    await page.getByRole('button', { name: 'Revoke: Nightly report' }).press('Enter');
    await page.getByRole('button', { name: 'Revoke it now' }).press('Enter');
    await page.getByText('Revoked').waitFor();
    await page.getByRole('button', { name: 'Sign out everywhere' }).press('Enter');
    await page.getByRole('button', { name: 'End it now' }).press('Enter');
    await page.getByRole('link', { name: 'Sign in again' }).waitFor();
    // The browser notes each request that was refused.
    await page.close();
    web.complaints.length = 0;
  });
});

inBrowser('Learning and help', () => {
  it('asks six questions, explains each answer, and keeps the answers in the browser alone', async () => {
    const page = await web.as('partner_a', '/learning?open=principles&open=quiz&open=glossary');
    const group = page.getByRole('radiogroup', { name: /What did the Privacy Commissioner conclude/ });
    await group.waitFor();
    await stands(page, 'learning');
    expect(await page.locator('h3 [lang=mi]').allInnerTexts()).toContain('Kaitiakitanga');
    await group.getByRole('radio').nth(1).press('Space');
    await page.getByRole('button', { name: 'See the explanation' }).first().press('Enter');
    await page.getByText('Right.', { exact: true }).waitFor();
    await comesTo(
      () => page.evaluate(() => document.activeElement?.textContent),
      expect.stringContaining('A good aim does not make'),
    );
    await page.reload();
    await page.getByText('1 of 6 answered, 1 of them right at once.').waitFor();
    await page.getByRole('button', { name: 'Begin again' }).press('Enter');
    await page.getByText('None of 6 answered yet.').waitFor();
    await page.getByRole('searchbox', { name: 'Find a term' }).fill('whanau');
    await comesTo(() => page.getByRole('rowheader').allInnerTexts(), ['whānau']);
  });

  it.each([
    ['/help', 'What Assent cannot show'],
    ['/accessibility', 'What we know is missing'],
  ])('says on %s: %s', async (path, heading) => {
    const page = await web.as('auditor', path);
    await page.getByRole('heading', { name: heading }).waitFor();
    await stands(page, path.slice(1));
  });
});
