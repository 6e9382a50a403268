// Somebody in a real browser: signed in through the demonstration's own provider, each screen opened as if for the first time.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quietly =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Throws where there is no Chromium. */
export function openBrowser() {
  const executablePath = places.find(each => existsSync(each));
  if (!executablePath)
    throw new Error('There is no Chromium on this machine. Install it with: apt-get install chromium');
  return chromium.launch({ executablePath, args: quietly.split(' ') });
}

/** Cookies of a session of this persona. */
export async function signIn(browser, url, persona) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/sign-in?return=/help`);
  await page.locator(`button[name=person][value=${persona}]`).click();
  await page.waitForURL(`${url}/help`);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** There is a heading, and nothing is on its way any more. Runs in the page; answers the milliseconds since the navigation began. */
const firstView = () => {
  const main = document.querySelector('main');
  const isWaiting = [...(main?.querySelectorAll('[role=status]') ?? [])].some(each => each.textContent === 'Loading …');
  return main?.querySelector('h1') && !isWaiting ? performance.now() : false;
};

/** With an empty cache. */
export async function timeToFirstView(browser, storageState, address) {
  const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'commit' });
    const seen = await page.waitForFunction(firstView, undefined, { polling: 'raf', timeout: 60_000 });
    return { ms: await seen.jsonValue(), heading: await page.locator('main h1').first().innerText() };
  } finally {
    await context.close();
  }
}
