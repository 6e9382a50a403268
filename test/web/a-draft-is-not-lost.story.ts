// What somebody writes in the editor outlives a reload, a second window and the end of the session.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { completeDossier, t2Facts } from '../builders/index.js';
import { expectAccessible, holds, inBrowser, openWeb, type OpenWeb, tells } from './index.js';

let web: OpenWeb;
beforeAll(async () => void (web = await openWeb()));
afterAll(() => web.close());

interface Drafted {
  id: string;
  reference: string;
}

async function drafted(): Promise<Drafted> {
  const analyst = web.api.as('analyst');
  const dossier = completeDossier(t2Facts);
  const { proposal } = await analyst.do('draftProposal', { title: 'Home visits by suburb', dossier });
  const id = String(proposal['id']);
  const known = await analyst.query('query ($id: ID!) { proposal(id: $id) { reference } }', { id });
  return { id, reference: (known['proposal'] as { reference: string }).reference };
}

interface Saved {
  revision: number;
  dossier: { summary: string; retention: string };
}

const savedOf = async (id: string): Promise<Saved> => {
  const asked = 'query ($id: ID!) { proposal(id: $id) { revision dossier { summary retention } } }';
  return (await web.api.as('analyst').query(asked, { id }))['proposal'] as Saved;
};

const summaryOf = (page: Page) => page.getByRole('textbox', { name: 'Summary' });
const dossier = ({ reference }: Drafted, section = 'summary') => `/proposals/${reference}/dossier/${section}`;
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

/** A save of the dossier that never gets out of the browser. */
const cutOff = (page: Page) =>
  page.route('**/graphql', route =>
    route.request().postData()?.includes('reviseProposal') ? route.abort() : route.continue(),
  );

inBrowser('What somebody writes', () => {
  it('is saved at a pause, and said to be', async () => {
    const draft = await drafted();
    const page = await web.as('analyst', dossier(draft));
    await summaryOf(page).fill('Counts of visits, to place three teams.');
    await said(page, /^Saved \d\d:\d\d/);
    expect(await savedOf(draft.id)).toMatchObject({
      revision: 2,
      dossier: { summary: 'Counts of visits, to place three teams.' },
    });
    await expectAccessible(page);
  });

  it('is there after a reload in the middle, is sent by itself, and once', async () => {
    const draft = await drafted();
    const page = await web.as('analyst', dossier(draft));
    await cutOff(page);
    await summaryOf(page).fill('Written while nobody answered.');
    await said(page, /^Saving/);
    expect(await savedOf(draft.id)).toMatchObject({ revision: 1 });
    await page.unroute('**/graphql');
    await page.reload();
    await said(page, 'What you had not saved is back as you left it.');
    await holds(summaryOf(page), 'Written while nobody answered.');
    await said(page, /^Saved \d\d:\d\d/);
    expect(await savedOf(draft.id)).toMatchObject({
      revision: 2,
      dossier: { summary: 'Written while nobody answered.' },
    });
    // A request that is cut off is noted by the browser.
    web.complaints.length = 0;
  });

  it('that cannot be saved yet is kept here, and says why', async () => {
    const draft = await drafted();
    const page = await web.as('analyst', dossier(draft, 'purposes'));
    await page.getByRole('button', { name: 'Add a purpose' }).click();
    await page.getByRole('heading', { name: 'Purpose P-2' }).waitFor();
    await page.getByRole('textbox', { name: 'Who is better off' }).last().fill('Shorter waits.');
    await page.getByText('This must not be empty.').last().waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Purpose P-2' }).waitFor();
    await holds(page.getByRole('textbox', { name: 'Who is better off' }).last(), 'Shorter waits.');
    expect(await savedOf(draft.id)).toMatchObject({ revision: 1 });
  });

  it('in two windows is merged, and where both wrote, a person chooses', async () => {
    const draft = await drafted();
    const mine = await web.as('analyst', dossier(draft));
    const other = await web.as('analyst', dossier(draft));
    const theirs = { summary: 'Theirs: counts of visits.', retention: 'One year, then deleted.' };
    await summaryOf(other).fill(theirs.summary);
    await other.getByRole('link', { name: 'Keeping and transfer' }).first().click();
    await other.getByRole('textbox', { name: 'How long the data are kept' }).fill(theirs.retention);
    await said(other, /^Saved \d\d:\d\d/);
    await summaryOf(mine).fill('Mine: counts of home visits.');
    const card = mine.getByRole('group', { name: 'Two versions: Summary' });
    await card.waitFor();
    await tells(card, /You changed Summary at \d\d:\d\d in another window/);
    await expectAccessible(mine);
    expect((await savedOf(draft.id)).dossier).toEqual(theirs);
    await card.getByRole('button', { name: 'Keep both' }).click();
    await said(mine, /^Saved \d\d:\d\d/);
    expect((await savedOf(draft.id)).dossier).toEqual({
      summary: 'Theirs: counts of visits.\n\nMine: counts of home visits.',
      retention: 'One year, then deleted.',
    });
  });

  it('is kept when the session ends, and sent after signing in again', async () => {
    const draft = await drafted();
    const page = await web.as('analyst', dossier(draft));
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await summaryOf(page).fill('Written after the session had ended.');
    await said(page, 'Your session has ended.');
    await said(page, /Not sent: your session has ended/);
    await page.context().addCookies(cookies);
    await page.reload();
    await said(page, /^Saved \d\d:\d\d/);
    expect((await savedOf(draft.id)).dossier.summary).toBe('Written after the session had ended.');
    // The api told so by its status, which browsers note.
    web.complaints.length = 0;
  });

  it('that would make a sign-off stale waits for a person', async () => {
    const draft = await drafted();
    await web.api.as('analyst').do('submitProposal', { proposalId: draft.id });
    const signOff = { signOff: 'purpose', finding: 'MET', rationale: 'It is plain.' };
    await web.api.as('data_steward').do('giveSignOff', { proposalId: draft.id, ...signOff });
    const page = await web.as('analyst', dossier(draft, 'purposes'));
    await page.getByRole('textbox', { name: 'What the data are for' }).fill('Place four more teams.');
    await said(page, 'This change makes 1 sign-off stale: Purpose.');
    expect(await savedOf(draft.id)).toMatchObject({ revision: 1 });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save, and ask them to look again' }).click();
    await said(page, /^Saved \d\d:\d\d/);
    expect(await savedOf(draft.id)).toMatchObject({ revision: 2 });
  });
});
