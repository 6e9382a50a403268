// Pasted pages, formulas, signs that nobody sees and signs that turn the direction of writing: on every screen, in a spreadsheet and on
// paper they are what somebody wrote, shown as text, or they are refused in a sentence beside the field.
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { completeDossier, purpose, t2Facts } from '../builders/index.js';
import { concern, sign, type PersonaKey } from '../harness/index.js';
import { holds, inBrowser, isQuiet, openWeb, type OpenWeb } from './index.js';
import { box, choose, press, sees, write } from './people/hands.js';
import { comment, hostile, seen, turning, unseen } from './people/hostile.js';

let web: OpenWeb;
let id: string;
let reference: string;
beforeAll(async () => {
  web = await openWeb();
  const { api } = web;
  const dossier = completeDossier(t2Facts, { purposes: [purpose('P-1', { statement: hostile })], summary: hostile });
  id = (await api.as('analyst').do('draftProposal', { title: hostile, dossier })).proposal['id'];
  const organisationIds = [api.store.cast.organisations.partnerA];
  await api.as('engagement_lead').do('invitePartners', { proposalId: id, organisationIds });
  await api.as('analyst').do('submitProposal', { proposalId: id });
  await concern(api, id, 'partner_a', { statement: hostile });
  await comment(api, id);
  await sign(api, id, 'purpose');
  reference = (await api.as('auditor').read(id))!['reference'] as string;
});
afterAll(() => web.close());

/** What a page would betray if it took words for anything else: elements of theirs, what their script does, signs that work unseen. */
const betrayed = (page: Page) =>
  page.evaluate(() => ({
    links: [...document.querySelectorAll('main a')].filter(
      a => !/^(https?|mailto):$/.test((a as HTMLAnchorElement).protocol),
    ).length,
    owned: document.body.dataset['owned'],
    elements: document.querySelectorAll('main :is(img, script, iframe, marquee)').length,
    hidden: /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/.exec(document.body.innerText)?.[0],
  }));
const nothing = { links: 0, owned: undefined, elements: 0, hidden: undefined };

const screens: readonly (readonly [who: PersonaKey, path: () => string])[] = [
  ['privacy_officer', () => '/'],
  ['analyst', () => `/proposals?text=${reference}`],
  ['analyst', () => `/proposals/${reference}`],
  ['analyst', () => `/proposals/${reference}/dossier/purposes`],
  ['privacy_officer', () => `/proposals/${reference}/review?view=said`],
  ['privacy_officer', () => `/proposals/${reference}/review?sign=proportionality`],
  ['engagement_lead', () => `/proposals/${reference}/concerns`],
  ['approver', () => `/proposals/${reference}/decide`],
  ['approver', () => `/proposals/${reference}/paper`],
  ['partner_a', () => `/say/${reference}`],
  ['auditor', () => `/proposals/${reference}/history`],
];

inBrowser('What people write', () => {
  it.each(screens)('is text for the %s, and its hidden signs are shown: %#', async (who, path) => {
    const page = await web.as(who, path());
    await sees(page, seen.slice(0, 30));
    await isQuiet(page);
    expect([path(), await betrayed(page)]).toEqual([path(), nothing]);
    const shown = await page.getByRole('img', { name: /U\+200B/ }).count();
    expect([path(), shown > 0]).toEqual([path(), true]);
    await page.context().close();
  });

  it('is text where an entry is shown exactly as it is kept', async () => {
    const { edges } = await web.api.as('auditor').history({ types: ['ConcernRaised'] });
    const page = await web.as('auditor', `/history/${edges[0]!.node['id'] as string}`);
    await sees(page, seen.slice(0, 30));
    for (const folded of await page.locator('main details:not([open]) > summary').all()) await folded.click();
    for (const folded of await page.locator('main button[aria-expanded=false]').all()) await folded.click();
    await isQuiet(page);
    expect(await betrayed(page)).toEqual(nothing);
  });

  it('is text in a field that it is pasted into, and stays it when it is shown again', async () => {
    const page = await web.as('analyst', '/proposals/new', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(async markup => {
      const as = (type: string) => new Blob([markup], { type });
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/html': as('text/html'), 'text/plain': as('text/plain') }),
      ]);
    }, seen);
    await box(page, 'Title').focus();
    await page.keyboard.press('Control+V');
    await holds(box(page, 'Title'), seen);
    await press(page, 'Begin the draft');
    await page.waitForURL(/\/dossier\/summary$/);
    await sees(page, seen.slice(0, 30));
    expect(await betrayed(page)).toEqual(nothing);
  });

  it('is no formula in a spreadsheet', async () => {
    const files = ['/csv/proposals', '/csv/history', `/csv/history?proposalId=${id}`, '/csv/people'];
    for (const path of files) {
      const text = (await fileAs('auditor', path)).toString();
      expect([path, text.match(/(^|,|\r\n)"?=/)]).toEqual([path, null]);
    }
    const proposals = (await fileAs('auditor', '/csv/proposals')).toString();
    expect(proposals).toContain(`"'=cmd|' /C calc'!A1 <img src=x`);
  });

  it.each(['paper', 'proposal'])('does nothing on paper: %s.pdf', async kind => {
    const pdf = partsOf(await fileAs('approver', `/proposals/${reference}/${kind}.pdf`));
    expect(pdf).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFile|SubmitForm)\b|javascript:/);
    const letters = lettersOf(pdf);
    expect(letters).toContain('=');
    expect(letters.filter(letter => unseen.includes(letter))).toEqual([]);
  });
});

async function fileAs(who: PersonaKey, path: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${web.api.store.cast.members[who].token}` };
  const answer = await fetch(`${web.api.url}${path}`, { headers });
  expect([path, answer.status]).toEqual([path, 200]);
  return Buffer.from(await answer.arrayBuffer());
}

/** The file with its compressed parts laid open. */
function partsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const opened = [...text.matchAll(/\/FlateDecode[^]*?stream\r?\n/g)].map(({ 0: head, index }) => {
    const from = index + head.length;
    return inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1');
  });
  return [text, ...opened].join('\n');
}

/** What the fonts of the file can show: the tables by which readers copy text from it. */
function lettersOf(pdf: string): string[] {
  const tables = (kind: string) => pdf.match(new RegExp(`beginbf${kind}[^]*?endbf${kind}`, 'g'))?.join('\n') ?? '';
  const codes = [...tables('char').matchAll(/<\w+> <(\w{4})>/g)].map(([, code = '']) => parseInt(code, 16));
  const ranges = [...tables('range').matchAll(/<(\w+)> <(\w+)> <(\w{4})>/g)].flatMap(found => {
    const [from = 0, to = 0, first = 0] = found.slice(1).map(code => parseInt(code, 16));
    return Array.from({ length: to - from + 1 }, (_, at) => first + at);
  });
  return [...codes, ...ranges].map(code => String.fromCodePoint(code));
}

/** Each of them in one text. */
const turned = `Not ${turning.join('x')} devorppa.`;

inBrowser('Signs that turn the direction of writing', () => {
  it('are refused in a title, beside the field', async () => {
    const page = await web.as('analyst', '/proposals/new');
    await write(page, 'Title', turned);
    await press(page, 'Begin the draft');
    await sees(page.getByRole('alert'), /characters that turn the direction of writing/);
    await holds(box(page, 'Title'), turned);
    expect((await web.api.as('auditor').list({ text: 'devorppa' })).edges).toEqual([]);
  });

  it('are kept out of a draft, and the words stay in the browser', async () => {
    const page = await web.as('analyst', '/proposals/new');
    await write(page, 'Title', 'Kai support referrals');
    await press(page, 'Begin the draft');
    await page.waitForURL(/\/dossier\/summary$/);
    await write(page, 'Summary', turned);
    await page
      .getByText(/^This holds characters that cannot be seen/)
      .filter({ visible: true })
      .first()
      .waitFor();
    const { edges } = await web.api.as('auditor').list({ text: 'Kai support' });
    const { dossier } = (await web.api.as('auditor').read(edges[0]!.node['id']))!;
    expect(JSON.stringify(dossier)).not.toContain('devorppa');
  });

  it('are refused in a concern, beside the button, and the words stay', async () => {
    const page = await web.as('partner_a', `/say/${reference}`);
    await write(page, 'What worries you?', turned);
    await choose(page, 'How much does it weigh for you?', 'Substantial');
    await press(page, 'Send my concern');
    await sees(page.getByRole('alert'), /characters that turn the direction of writing/);
    await holds(box(page, 'What worries you?'), turned);
    expect((await web.api.as('auditor').read(id))!['concerns'].totalCount).toBe(1);
  });

  it('are shown as marks where words from elsewhere hold them', async () => {
    const page = await web.as('analyst', '/parts');
    await page.getByRole('img', { name: /U\+202E/ }).waitFor();
    expect(await betrayed(page)).toEqual(nothing);
  });
});
