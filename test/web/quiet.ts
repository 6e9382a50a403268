// When a page has come to rest: nothing that it asked for is on its way, and what came is drawn. No time is waited for.
import type { Page, Request } from 'playwright-core';

const asked = new WeakMap<Page, Set<Request>>();

/** From now on it is known what the page asks for. */
export function watchRequests(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on('request', request => void open.add(request));
  page.on('requestfinished', request => void open.delete(request));
  page.on('requestfailed', request => void open.delete(request));
}

/** Two frames drawn, in which nothing was asked for and nothing came. */
export async function isQuiet(page: Page): Promise<void> {
  const open = asked.get(page);
  if (!open) throw new Error('It is not known what this page asks for: call watchRequests first.');
  for (let still = 0; still < 2; still = open.size === 0 ? still + 1 : 0) await page.evaluate(nextFrame);
}

const nextFrame = () => new Promise<void>(drawn => void requestAnimationFrame(() => void setTimeout(drawn)));
