// What every screen has to stand: axe without violation in light and dark, nothing beside the page at 320 px, and pictures to look at.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { isQuiet } from './quiet.js';

const schemes = ['light', 'dark'] as const;

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** Throws with every violation, in light and dark, at the width that the page has. */
export async function expectAccessible(page: Page): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violationsOf(page)).map(violation => `${colorScheme} ${violation}`));
  }
  if (found.length > 0) throw new Error(`${page.url()} is not accessible:\n${found.join('\n')}`);
}

/** Every rule that axe has on by default. Only violations are worked out and brought over: all else is megabytes, and nobody reads it. */
async function violationsOf(page: Page): Promise<string[]> {
  await isQuiet(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe!.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
    );
  });
}

/** Throws where something stands out of the page at 320 CSS pixels. Leaves the page at the width that it had. */
export async function expectReflow(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = (element: Element) => element.getBoundingClientRect().right > clientWidth + 1;
    return [...document.querySelectorAll('main *')].filter(beyond).map(element => element.outerHTML.slice(0, 120));
  });
  if (before) await page.setViewportSize(before);
  if (wide.length > 0) throw new Error(`${page.url()} scrolls sideways at 320 px:\n${wide.slice(0, 5).join('\n')}`);
}

/** `<path>-1280-light.png` and so on: each width in each theme, the whole page. */
export async function look(page: Page, path: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${path}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  if (before) await page.setViewportSize(before);
}
