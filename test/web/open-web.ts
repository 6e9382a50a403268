// The web app as people have it: the real api over a database of one's own, the app that `npm run build` built, and a browser context
// for each persona, signed in by a session of their own. What a page complains of ends the story that opened it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { beginSession } from '#store';
import { SESSION_COOKIE } from '../../apps/api/http/site.js';
import { openApi, type Member, type OpenApi, type PersonaKey } from '../harness/index.js';
import { openBrowser } from './browser.js';
import { watchRequests } from './quiet.js';

const built = fileURLToPath(new URL('../../dist/web', import.meta.url));
const times = { idle: 1_800, longest: 43_200, fresh: 900 };

export interface OpenWeb {
  api: OpenApi;
  browser: Browser;
  /** A page of a new context, signed in, at this path. */
  as(who: PersonaKey | Member, path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same for somebody who is not signed in. */
  stranger(path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** What pages complained of so far: errors, refused requests of scripts and styles, policy. Emptied by whoever expects them. */
  complaints: string[];
  close(): Promise<void>;
}

export async function openWeb(door: Parameters<typeof openApi>[0] = {}): Promise<OpenWeb> {
  if (!existsSync(`${built}/index.html`)) throw new Error('dist/web is not built. Run: npm run build');
  const [browser, api] = await Promise.all([openBrowser(), openApi({ ...door, web: built })]);
  const complaints: string[] = [];
  const open = async (context: BrowserContext, path: string): Promise<Page> => {
    const page = await context.newPage();
    listenTo(page, complaints);
    watchRequests(page);
    await page.goto(`${api.url}${path}`);
    return page;
  };
  const context = (options?: BrowserContextOptions) =>
    browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-NZ',
      reducedMotion: 'reduce',
      ...options,
    });
  return {
    ...{ api, browser, complaints },
    as: async (who, path = '/', options) => {
      const signedIn = await context(options);
      await signedIn.addCookies([await sessionOf(api, typeof who === 'string' ? api.store.cast.members[who] : who)]);
      const page = await open(signedIn, path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    stranger: async (path = '/', options) => open(await context(options), path),
    close: async () => {
      await browser.close();
      await api.close();
      if (complaints.length > 0) throw new Error(`Pages complained:\n${complaints.join('\n')}`);
    },
  };
}

function listenTo(page: Page, complaints: string[]): void {
  page.on('pageerror', error => void complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
}

/** The session is what signing in leaves behind; the sign-in itself has stories of its own. */
async function sessionOf({ store, url }: OpenApi, { personId }: Member) {
  const identityId = uuidv7();
  const issuer = 'https://provider.example';
  await store.cast.change([{ type: 'IdentityLinked', identityId, personId, issuer, subject: identityId }]);
  const authenticatedAt = new Date().toISOString();
  const { secret } = await beginSession(store.dataSource, { personId, identityId, authenticatedAt }, times);
  // Chromium takes a Secure cookie for its own machine over plain HTTP when a page sets it; the protocol of its tools wants https.
  const { host } = new URL(url);
  return { name: SESSION_COOKIE, value: secret, url: `https://${host}`, httpOnly: true, secure: true };
}
