// A link to a file, followed in a browser by somebody whose session has ended or who may not have it: a page, and no JSON. Programs go on
// getting JSON.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { openApi, submit, type OpenApi, type PersonaKey } from '../harness/index.js';

const folder = mkdtempSync(join(tmpdir(), 'assent-web-'));
let api: OpenApi;
let reference: string;

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Assent</title>');
  api = await openApi({ web: folder });
  reference = String((await api.as('auditor').read(await submit(api)))!['reference']);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const followed = { accept: 'text/html,application/xhtml+xml', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none' };
const ended = { cookie: '__Host-assent=ended' };
const get = (url: string, headers: Record<string, string>) => api.app.inject({ url, headers });
const bearer = (who: PersonaKey) => ({ authorization: `Bearer ${api.store.cast.members[who].token}` });

describe('Without a session, a link to', () => {
  it.each([
    ['the list of proposals', () => '/csv/proposals?state=IN_REVIEW', () => '/proposals'],
    ['my work', () => '/csv/my-work', () => '/'],
    ['a report', () => '/csv/reports?part=outcomes', () => '/reports'],
    ['a decision paper', () => `/proposals/${reference}/paper.pdf`, () => `/proposals/${reference}/paper`],
    ['a proposal', () => `/proposals/${reference}/proposal.pdf`, () => `/proposals/${reference}/dossier`],
    ['a receipt', () => '/receipts/0198-abc', () => '/history/0198-abc'],
  ])('%s leads to the sign-in, and back to its page', async (_, file, page) => {
    for (const session of [{}, ended]) {
      const { statusCode, headers } = await get(file(), { ...followed, ...session });
      expect([statusCode, headers.location]).toEqual([303, `/sign-in?return=${encodeURIComponent(page())}`]);
    }
  });

  it.each([
    ['a program', {}],
    ['a script of a page', { accept: 'text/html', 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' }],
    ['a program with a wrong token', { ...followed, authorization: 'Bearer nonsense' }],
  ])('a file stays 401 in JSON for %s', async (_, headers) => {
    const answer = await get('/csv/proposals', headers);
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('On another site, such as that of somebody’s mail, a link', () => {
  const elsewhere = { ...followed, 'sec-fetch-site': 'cross-site', ...ended };

  it('to a file leads to its page, which asks for itself who is there', async () => {
    const { statusCode, headers } = await get(`/proposals/${reference}/paper.pdf`, elsewhere);
    expect([statusCode, headers.location]).toEqual([303, `/proposals/${reference}/paper`]);
  });

  it.each(['/csv/\\evil.example', '/csv/%5Cevil.example', '/receipts/%2F%2Fevil.example', '/csv/..'])(
    'leads nowhere but to us: %s',
    async url => {
      const { headers } = await get(url, elsewhere);
      expect(new URL(headers.location ?? '/', 'https://here.invalid').origin).toBe('https://here.invalid');
    },
  );

  it('is no way for scripts: they are told why', async () => {
    const { statusCode, body } = await get('/csv/proposals', { ...elsewhere, 'sec-fetch-mode': 'no-cors' });
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([403, 'CROSS_SITE']);
  });
});

describe('A file that is not there, or not for whoever asks', () => {
  const nowhere = () => ['/csv/nonsense', '/proposals/DSP-9999/paper.pdf', `/receipts/${uuidv7()}`];

  it('is the page of the web app for whoever follows a link, with the status that it has', async () => {
    for (const url of [...nowhere(), `/proposals/${reference}/paper.pdf`]) {
      const { statusCode, headers, body } = await get(url, { ...followed, ...bearer('outsider') });
      expect([url, statusCode, body]).toEqual([url, 404, '<!doctype html><title>Assent</title>']);
      expect(headers['content-type']).toMatch(/^text\/html/);
      expect(headers['content-security-policy']).toMatch(/script-src 'self'/);
    }
  });

  it('is JSON for programs', async () => {
    for (const url of nowhere()) {
      const answer = await get(url, bearer('auditor'));
      expect([url, answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([url, 404, 'NOT_FOUND']);
    }
  });
});
