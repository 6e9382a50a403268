// How the api serves the web app: which addresses are pages, what is kept how long, what a page may do, and what stays as it was.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type OpenApi } from '../harness/index.js';

const folder = mkdtempSync(join(tmpdir(), 'assent-web-'));
const script = 'assets/index-abc.js';
let api: OpenApi;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  api = await openApi({ web: folder });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const page = { accept: 'text/html,application/xhtml+xml' };
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });

describe('The door', () => {
  it('says so in a sentence where the app is not built', async () => {
    const answer = await get('/', page);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('npm run build')]);
  });

  it('serves what was built meanwhile, without a start', async () => {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Assent</title>');
    writeFileSync(join(folder, script), 'plain');
    writeFileSync(join(folder, `${script}.br`), 'brotli');
    writeFileSync(join(folder, `${script}.gz`), 'gzip');
    for (const path of ['/', '/proposals/DSP-0042/review?since=2', '/nowhere/at/all']) {
      const answer = await get(path, page);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    }
  });

  it.each([[{}], [{ accept: '*/*' }]])('shows its front to whoever takes anything: %j', async headers => {
    const { statusCode, headers: told } = await api.app.inject({ url: '/', headers });
    expect([statusCode, told['content-type']]).toEqual([200, expect.stringMatching(/^text\/html/)]);
  });

  it('lets a page load our own files and nothing else', async () => {
    const { headers } = await get('/', page);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['br', 'brotli'],
    ['gzip', 'gzip'],
    ['identity', 'plain'],
  ])('hands out what was compressed before: %s', async (encoding, text) => {
    const answer = await api.app.inject({ url: `/${script}`, headers: { 'accept-encoding': encoding } });
    expect([answer.statusCode, answer.body]).toEqual([200, text]);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['/assets/gone.js', page],
    ['/assets/%2e%2e/index.html', page],
    ['/favicon.ico', page],
    ['/proposals', { accept: 'application/json' }],
    ['/graphql/more', page],
  ])('answers %s as it did before there were pages', async (path, headers) => {
    const answer = await api.app.inject({ url: path, headers });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; base-uri/);
  });

  it('takes no other method for a page', async () => {
    const answer = await api.app.inject({ method: 'POST', url: '/proposals', headers: page });
    expect(answer.statusCode).toBe(404);
  });
});
