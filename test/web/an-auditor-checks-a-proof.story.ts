// An auditor opens an entry, pins the log’s key, and their own browser checks it: what is genuine holds, what was tampered with on its
// way shows as wrong, and a log that shows less than it did is told in plain words.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { formatKey } from '#ledger';
import { publishDefinitions } from '#store';
import { sha256 } from '../../apps/verify/native.js';
import { answer, awaitDecision, concern, decide, sign, submit, type Row } from '../harness/index.js';
import { openSigner, systemAct, type OwnSigner } from '../proof/signing.js';
import { expectAccessible, expectReflow, inBrowser, look, openWeb, type OpenWeb } from './index.js';

let web: OpenWeb;
let signer: OwnSigner;
let entryId: string;
let reference: string;

beforeAll(async () => {
  web = await openWeb();
  const { api } = web;
  signer = await openSigner(api.store);
  await publishDefinitions(signer.worker, systemAct());
  await decide(api, await awaitDecision(api, 'T1', 'Where visits are missing'));
  const proposalId = await submit(api, 'T2', 'Kai support referrals');
  await sign(api, proposalId, 'purpose');
  await answer(api, proposalId, await concern(api, proposalId));
  await signer.turn();
  const { edges } = await api.as('auditor').history({ types: ['ConcernRaised'] });
  entryId = edges.at(-1)!.node['id'] as string;
  reference = String((await api.as('auditor').read(proposalId))!['reference']);
});
afterAll(async () => {
  await web.close();
  signer.close();
});

const pictures = process.env['ASSENT_LOOK'];
const keyText = (): string => formatKey(sha256, signer.home.keys()!.current.key);
const steps = (page: Page): Promise<string[]> =>
  page.locator('#proof').locator('xpath=ancestor::section').locator('ol').first().locator('li').allInnerTexts();

async function withKey(): Promise<Page> {
  const page = await web.as('auditor', `/history/${entryId}`);
  await page.getByLabel('Key of the log').fill(keyText());
  await page.getByRole('button', { name: 'Keep this key in this browser' }).click();
  await page.getByText('This entry is what was recorded, and it stands in the signed history.').waitFor();
  return page;
}

/** What the receipt says, changed on its way by whoever stands between. */
const tamper = (page: Page, change: (answer: Row) => void) =>
  page.route('**/graphql', async route => {
    const response = await route.fetch();
    const body = (await response.json()) as { data: Row };
    if (body.data?.['receipt'] ?? body.data?.['node']) change(body.data);
    await route.fulfill({ response, json: body });
  });

inBrowser('An auditor', () => {
  it('finds the entry in the history, in a sentence', async () => {
    const page = await web.as('auditor', `/history?proposal=${reference}&type=ConcernRaised`);
    const link = page.getByRole('link', { name: /Anahera Quill, partner, raised a substantial concern about CN-1/ });
    await link.waitFor();
    if (pictures) await look(page, `${pictures}/history`);
    await expectAccessible(page);
    await expectReflow(page);
    await link.click();
    await page.getByRole('heading', { level: 1, name: 'Concern raised' }).waitFor();
    await page.getByText('Families will stop coming.', { exact: true }).waitFor();
  });

  it('is told that nothing is proven without a key of their own', async () => {
    const page = await web.as('auditor', `/history/${entryId}`);
    await page.getByText('Nothing is wrong so far, but not everything could be checked.').waitFor();
    await page.getByText('You hold no key in this browser yet.').waitFor();
    await page.getByLabel('Key of the log').fill('no key');
    await page.getByRole('button', { name: 'Keep this key in this browser' }).click();
    await page.getByText('This is no key of a log').waitFor();
  });

  it('pins the key, and every step holds', async () => {
    const page = await withKey();
    const said = await steps(page);
    expect(said.length).toBe(5);
    for (const each of said.slice(0, 4)) expect(each).toContain('Holds');
    if (pictures) await look(page, `${pictures}/entry`);
    await expectAccessible(page);
    await expectReflow(page);
    await page.reload();
    await page.getByText('It is the checkpoint that this browser saw last').waitFor();
  });

  it('sees that the log grew and nothing before was changed', async () => {
    const page = await withKey();
    await submit(web.api, 'T1', 'One more');
    await signer.turn();
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText(/^The log grew from \d+ entries/).waitFor();
  });

  it('saves the receipt as it is', async () => {
    const page = await withKey();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the receipt' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`ConcernRaised-${entryId}.tlog-proof`);
  });
});

inBrowser('Whoever stands between', () => {
  it.each<[string, (data: Row) => void, string]>([
    [
      'changes a hash of the proof',
      data => {
        if (data['receipt'])
          data['receipt'].text = data['receipt'].text.replace(
            /(index \d+\n)./,
            (_: string, line: string) => `${line}${'A'}`,
          );
      },
      'The hashes do not lead from this entry to the root that was signed.',
    ],
    [
      'changes what the page shows',
      data => {
        if (data['node']?.payload) data['node'].payload.statement = 'All is well.';
      },
      'What this page shows is not what the bytes of the entry say.',
    ],
    [
      'changes the signature',
      data => {
        if (data['receipt'])
          data['receipt'].text = data['receipt'].text
            .replace(/.{6}==\n$/, 'AAAAAA==\n')
            .replace(/.{8}\n$/, 'AAAAAAA=\n');
      },
      'The signature does not fit what it stands under.',
    ],
  ])('%s, and is found out', async (_, change, sentence) => {
    const page = await withKey();
    await tamper(page, change);
    await page.reload();
    await page.getByText('Something here is not what was signed.').waitFor();
    await page.getByText(sentence).waitFor();
    if (pictures) await look(page, `${pictures}/entry-tampered`);
  });

  it('shows less than there was, and the browser says so', async () => {
    const page = await withKey();
    await page.evaluate(() => {
      const seen = JSON.parse(localStorage.getItem('assent.seen-checkpoint')!) as { size: number };
      localStorage.setItem('assent.seen-checkpoint', JSON.stringify({ ...seen, size: seen.size + 100 }));
    });
    await page.reload();
    await page.getByText(/^History was taken back: .* now the log shows only \d+\.$/).waitFor();
    await expectAccessible(page);
  });
});

inBrowser('A proposal’s own history', () => {
  it('shows how it stood on a day, and before there was anything', async () => {
    const page = await web.as('auditor', `/proposals/${reference}/history?asOf=2001-01-01`);
    await page.getByText('It was not there yet.').waitFor();
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(new Date());
    await page.goto(`${web.api.url}/proposals/${reference}/history?asOf=${today}`);
    await page.getByText('Purpose: ').first().waitFor();
    if (pictures) await look(page, `${pictures}/proposal-history`);
    await expectAccessible(page);
    await expectReflow(page);
  });
});
