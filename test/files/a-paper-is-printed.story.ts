// A paper as PDF, made by Chromium from our own page as the person who asks for it. Without Chromium they are sent to the page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Turns } from '../../apps/api/paper/turns.js';
import { openApi, submit, type OpenApi, type PersonaKey } from '../harness/index.js';
import { inBrowser } from '../web/browser.js';

/** It asks as any screen does, tries what it must not, and is ready only if that came to nothing. */
const script = `
const ask = async query => (await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })).json()).data;
const tried = [];
for (const address of ['https://example.org/', 'http://127.0.0.1:1/', '/assets/not-there.js']) tried.push(await fetch(address).then(({ status }) => status, () => 'nothing'));
const { viewer, proposalByReference: proposal } = await ask('{ viewer { person { displayName } } proposalByReference(reference: "' + location.pathname.split('/')[2] + '") { title } }');
document.title = proposal.title;
document.querySelector('h1').textContent = proposal.title;
document.querySelector('p').textContent = viewer.person.displayName;
if (tried.join() === 'nothing,nothing,404' && document.cookie === '') document.documentElement.dataset.ready = '';
`;
const html = `<!doctype html><html lang="en-NZ"><head><meta charset="utf-8"><title>Paper</title><script type="module" src="/assets/app.js"></script></head>
<body><main><h1></h1><p></p><table><tr><th>What</th></tr><tr><td>Counts</td></tr></table></main></body></html>`;

let api: OpenApi;
let web: string;
let reference: string;
beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'assent-web-'));
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), html);
  writeFileSync(join(web, 'assets', 'app.js'), script);
  api = await openApi({ web });
  const id = await submit(api, 'T1', 'Kōrero with whānau');
  reference = (await api.as('analyst').read(id))?.['reference'];
});
afterAll(async () => {
  await api.close();
  rmSync(web, { recursive: true });
});

const fetchAs = (who: PersonaKey, path: string) =>
  request(api.url).get(path).set('authorization', `Bearer ${api.store.cast.members[who].token}`).responseType('blob');

inBrowser('A paper', () => {
  it.each(['paper', 'proposal'])('comes as a tagged PDF with title and language: %s.pdf', async kind => {
    const { status, headers, body } = await fetchAs('approver', `/proposals/${reference}/${kind}.pdf`);
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    const pdf = (body as Buffer).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\./);
    for (const part of [/\/StructTreeRoot/, /\/Marked true/, /\/Lang \(en-NZ\)/, /\/S \/H1/, /\/S \/Table/])
      expect(pdf).toMatch(part);
    const utf16 = Buffer.from('\uFEFFKōrero with whānau', 'utf16le').swap16().toString('latin1');
    expect(pdf.includes(utf16) || pdf.toLowerCase().includes(Buffer.from(utf16, 'latin1').toString('hex'))).toBe(true);
  });

  it('is not there for whoever may not read the proposal, as one that is not there at all', async () => {
    const [forbidden, unknown] = [
      await fetchAs('outsider', `/proposals/${reference}/paper.pdf`),
      await fetchAs('outsider', '/proposals/DSP-9999/paper.pdf'),
    ];
    const said = ({ status, body }: request.Response) => [
      status,
      JSON.parse((body as Buffer).toString()).errors[0].message,
    ];
    expect(said(forbidden)).toEqual(said(unknown));
    expect(forbidden.status).toBe(404);
  });

  it('is recorded when an auditor has it', async () => {
    await fetchAs('auditor', `/proposals/${reference}/paper.pdf`);
    const { edges } = await api.as('auditor').history({ stream: 'audit' });
    const operations = edges.flatMap(({ node }) => (node['payload'] as { operations: string[] }).operations);
    expect(operations).toContain('proposalByReference');
  });

  it('is made for several at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => fetchAs('approver', `/proposals/${reference}/paper.pdf`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
  });
});

describe('Where there is no Chromium', () => {
  it('people are sent to the page that prints, in a plain sentence', async () => {
    const without = await openApi({ chromium: '/nowhere/chromium' });
    const id = await submit(without);
    const { reference: theirs } = (await without.as('analyst').read(id))!;
    const answer = await request(without.url)
      .get(`/proposals/${theirs}/paper.pdf`)
      .set('authorization', `Bearer ${without.store.cast.members.analyst.token}`);
    expect([answer.status, answer.headers['location']]).toEqual([303, `/proposals/${theirs}/paper?print=1`]);
    expect(answer.text).toContain('No PDF can be made here');
    await without.close();
  });
});

describe('Turns', () => {
  it('are taken so many at once, in order, and no more may wait than are allowed', async () => {
    const turns = new Turns(1, 1);
    const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    const taken = [turns.take(() => first.promise), turns.take(() => second.promise), turns.take(async () => 'third')];
    expect(await taken[2]).toBeUndefined();
    second.resolve('second');
    first.resolve('first');
    expect([await taken[0], await taken[1]]).toEqual([{ done: 'first' }, { done: 'second' }]);
    expect(await turns.take(async () => 'fourth')).toEqual({ done: 'fourth' });
  });
});
