// `npm run screenshots`: a picture of each screen of the demonstration, at 1280 and 320 px, light and dark, into screenshots/, which is
// not kept; and the three that the README shows, into docs/screenshots/, which are.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeHome, readTokens, startProduct } from '../test/bench/product.mjs';
import { findInReview, findShown, screensOf } from '../test/bench/web-screens.mjs';
import { openBrowser, signIn } from '../test/bench/web-visitor.mjs';

const root = path.join(import.meta.dirname, '..');
const all = path.join(root, 'screenshots');
const kept = path.join(root, 'docs', 'screenshots');

/** By the name of the screen: what the file is called, and what the picture begins with. */
const ofReadme = {
  Review: { file: 'review', from: 'main h1' },
  'Where is it': { file: 'where-is-it', from: 'header' },
  'One entry': { file: 'entry', from: '#proof' },
};

const MOST_BYTES = 150_000;

const looks = [1280, 320].flatMap(width => ['light', 'dark'].map(colorScheme => ({ width, colorScheme })));

async function main() {
  const { home, remove } = makeHome();
  let product, browser;
  try {
    browser = await openBrowser();
    product = await startProduct(home);
    const given = { port: product.port, tokens: readTokens(home) };
    const shown = await findShown({ ...given, ...(await findInReview(given)) });
    for (const folder of [all, kept]) mkdirSync(folder, { recursive: true });
    await takeAll(browser, `http://127.0.0.1:${product.port}`, shown);
  } finally {
    await browser?.close();
    await product?.stop();
    remove();
  }
}

async function takeAll(browser, url, shown) {
  const sessions = new Map();
  for (const [name, persona, address] of screensOf(shown)) {
    if (!sessions.has(persona)) sessions.set(persona, await signIn(browser, url, persona));
    const context = await browser.newContext({ storageState: sessions.get(persona), locale: 'en-NZ' });
    // Whoever looks at an entry holds the log's key.
    await context.addInitScript(
      text => localStorage.setItem('assent.log-key', text),
      JSON.stringify({ text: shown.key, isFromServer: false }),
    );
    const page = await context.newPage();
    await page.goto(`${url}${address}`, { waitUntil: 'networkidle' });
    await takeEach(page, name);
    await context.close();
    console.log(`${name}: ${address}`);
  }
}

async function takeEach(page, name) {
  const file = name.toLowerCase().replaceAll(/\W+/g, '-');
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(all, `${file}-${width}-${colorScheme}.png`), fullPage: true });
  }
  if (Object.hasOwn(ofReadme, name)) await takeForReadme(page, ofReadme[name]);
}

async function takeForReadme(page, { file, from }) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page
    .locator(from)
    .first()
    .evaluate(element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 24));
  const tools = await page.context().newCDPSession(page);
  const { data } = await tools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > MOST_BYTES) throw new Error(`${file}.webp has ${bytes.length} bytes; at most ${MOST_BYTES}.`);
  writeFileSync(path.join(kept, `${file}.webp`), bytes);
}

main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
