// Long pages: a line for each thing that there are many of, open where a link leads, where something cannot be saved, and on paper.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { risk, t1 } from '../builders/index.js';
import { concern, sign, submit, type PersonaKey } from '../harness/index.js';
import { expectAccessible, expectReflow, inBrowser, look, openWeb, type OpenWeb } from './index.js';

const pictures = process.env['ASSENT_LOOK'];

let web: OpenWeb;
beforeAll(async () => {
  web = await openWeb();
});
afterAll(() => web.close());

const isSound = async (page: Page, name: string): Promise<void> => {
  await expectAccessible(page);
  await expectReflow(page);
  if (pictures) await look(page, `${pictures}/${name}`);
};
const referenceOf = async (id: string) => String((await web.api.as('auditor').read(id))!['reference']);

const items = Array.from({ length: 12 }, (_, index) => ({
  ...{ id: `D-${index + 1}`, name: `Visits by suburb, part ${index + 1}`, about: 'Households', purposeIds: ['P-1'] },
  ...{ identifiability: 'pseudonymous', ...(index > 0 && { necessity: 'Nothing coarser tells.' }) },
}));

inBrowser('A dossier of many data items', () => {
  let reference: string;
  const open = (hash = ''): Promise<Page> => web.as('analyst', `/proposals/${reference}/dossier/dataItems${hash}`);
  const row = (page: Page, id: string) => page.locator(`#dataItems-${id}`);
  const names = (page: Page) => page.getByLabel('Whom it is about');

  beforeAll(async () => {
    const dossier = t1({ dataItems: items, risks: [risk('K-1'), risk('K-3')] });
    const drafted = await web.api.as('analyst').do('draftProposal', { title: 'A long dossier', dossier });
    reference = await referenceOf(drafted.proposal['id'] as string);
  });

  it('is a line for each, which says what matters and what is still empty', async () => {
    const page = await open();
    const line = row(page, 'D-1');
    await line.getByText('Pseudonymous, 1 purpose').waitFor();
    await line.getByText('Still empty: why the purposes cannot do without it').waitFor();
    expect(await row(page, 'D-2').getByText('Still empty').count()).toBe(0);
    expect(await names(page).filter({ visible: true }).count()).toBe(0);
    await isSound(page, 'items');
    await page.getByRole('button', { name: 'Open all 12' }).click();
    expect(await names(page).filter({ visible: true }).count()).toBe(12);
    await page.getByRole('button', { name: 'Fold all' }).click();
    expect(await names(page).filter({ visible: true }).count()).toBe(0);
  });

  it('opens the item that a link leads to, from the matrix above, too', async () => {
    const page = await open('#dataItems-D-7-necessity');
    const meant = row(page, 'D-7').getByLabel('Why the purposes cannot do without it');
    await meant.waitFor();
    expect(await meant.evaluate(field => field === document.activeElement)).toBe(true);
    expect(await names(page).filter({ visible: true }).count()).toBe(1);
    await page.getByRole('link', { name: 'empty: no reason given' }).click();
    await row(page, 'D-1').getByLabel('Whom it is about').waitFor();
  });

  it('opens what was just added, and keeps open what cannot be saved', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Add a data item' }).click();
    await row(page, 'D-13').getByRole('textbox', { name: 'Name' }).fill('Kai parcels');
    await row(page, 'D-13').getByLabel('Whom it is about').waitFor();
    await page.reload();
    await row(page, 'D-13').getByLabel('Whom it is about').waitFor();
    expect(await names(page).filter({ visible: true }).count()).toBe(1);
  });

  it('is whole on paper', async () => {
    const page = await open();
    await row(page, 'D-1').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await names(page).filter({ visible: true }).count()).toBeGreaterThanOrEqual(12);
  });

  it('has risks on the map with their number and their names, before and after, each of which leads to the open risk', async () => {
    const page = await web.as('analyst', `/proposals/${reference}/dossier/risks`);
    const cell = page.getByRole('cell', { name: '2: K-1, K-3' });
    await cell.first().waitFor();
    expect(await cell.count()).toBe(2);
    const title = page.locator('#risks-K-1').getByRole('textbox', { name: 'What may go wrong' });
    for (const _ of ['once', 'and again']) {
      await page.locator('#risks-K-1').getByRole('heading').getByRole('button').click();
      await title.waitFor({ state: 'hidden' });
      await cell.first().getByRole('link', { name: 'K-1' }).click();
      await title.waitFor();
    }
  });
});

inBrowser('The learning pages', () => {
  const chapter = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  it('are chapters, open as the address says', async () => {
    const page = await web.as('analyst', '/learning');
    await chapter(page, 'Five principles').waitFor();
    const field = page.getByRole('searchbox', { name: 'Find a term' });
    expect(await field.isVisible()).toBe(false);
    await chapter(page, 'Glossary').click();
    await field.waitFor();
    await isSound(page, 'learning-chapters');
    await page.reload();
    await field.waitFor();
    await chapter(page, 'Glossary').click();
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Sources' }).click();
    await page.locator('#sources').getByRole('listitem').first().waitFor();
    expect(await field.isVisible()).toBe(false);
  });
});

inBrowser('The whole dossier under review', () => {
  it('folds the sections that are as I reviewed them', async () => {
    const id = await submit(web.api, 'T2');
    await sign(web.api, id, 'purpose');
    await sign(web.api, id, 'privacy_risk');
    await web.api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { risks: [risk('K-2')] } });
    const reference = await referenceOf(id);
    const see = async (who: PersonaKey): Promise<Page> => {
      const page = await web.as(who, `/proposals/${reference}/review?since=whole`);
      await page.getByRole('article', { name: /^Risk/ }).first().waitFor();
      return page;
    };
    const again = await see('security_officer');
    const purposes = again.getByRole('article', { name: /^Purpose P-1/ });
    expect(await purposes.isVisible()).toBe(false);
    await again
      .getByText(/as you reviewed them on revision 1/)
      .first()
      .waitFor();
    await isSound(again, 'review-whole');
    await again.getByRole('button', { name: 'Purposes', exact: true }).click();
    await purposes.waitFor();
    const first = await see('privacy_officer');
    expect(await first.getByText(/as you reviewed them/).count()).toBe(0);
  });
});

inBrowser('A partner who said much', () => {
  it('sees all of it', async () => {
    const id = await submit(web.api);
    for (let number = 1; number <= 101; number++)
      await concern(web.api, id, 'partner_a', { statement: `Concern number ${number}.`, severity: 'MINOR' });
    const page = await web.as('partner_a', `/say/${await referenceOf(id)}`);
    await page.getByText('Concern number 101.').waitFor();
    expect(await page.getByText(/^Concern number \d+\.$/).count()).toBe(101);
    const auditor = await web.as('auditor', `/proposals/${await referenceOf(id)}/history?asOf=${today()}`);
    await auditor.getByText('101 open of 101').waitFor();
  }, 120_000);
});

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(new Date());
