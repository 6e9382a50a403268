// A person who uses the keyboard alone: from stop to stop with Tab, and at every stop they can see where they are.
import type { Locator, Page } from 'playwright-core';

const FARTHEST = 150;

/** Tabs on until this has the focus; throws where a stop on the way cannot be seen. */
export async function reach(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  for (let stops = 0; stops < FARTHEST; stops += 1) {
    await page.keyboard.press('Tab');
    const lost = await page.evaluate(unseenFocus);
    if (lost !== null) throw new Error(`${page.url()}: the focus cannot be seen on ${lost}`);
    if (await wanted.first().evaluate(element => element === document.activeElement)) return;
  }
  throw new Error(`${page.url()}: ${String(wanted)} is not reached with Tab.`);
}

/** Reaches a button or a link, and presses Enter. */
export async function enter(page: Page, wanted: Locator): Promise<void> {
  await reach(page, wanted);
  await page.keyboard.press('Enter');
}

export async function type(page: Page, field: Locator, words: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(words);
}

/** One of several: Tab leads to the group, arrows from one to the next. */
export async function chooseWithArrows(page: Page, question: string, answer: string): Promise<void> {
  const group = page.getByRole('radiogroup', { name: question, exact: true });
  const focused = (at: Locator) => at.evaluateAll(all => all.some(each => each === document.activeElement));
  const radios = group.getByRole('radio');
  await radios.first().waitFor();
  for (let stops = 0; !(await focused(radios)); stops += 1) {
    if (stops > FARTHEST) throw new Error(`${page.url()}: “${question}” is not reached with Tab.`);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  const wanted = group.getByRole('radio', { name: new RegExp(`^${answer}`) });
  for (let steps = 0; !(await focused(wanted)); steps += 1) {
    if (steps > 12) throw new Error(`${page.url()}: “${answer}” is not reached with the arrows.`);
    await page.keyboard.press('ArrowDown');
  }
}

/** After a navigation the heading of the screen has the focus. */
export const isAtHeading = (page: Page, title: string): Promise<unknown> =>
  page.waitForFunction(
    words => document.activeElement?.tagName === 'H1' && document.activeElement.textContent === words,
    title,
  );

/** The element that has the focus without anything to show for it, within the window; null where all is well. */
function unseenFocus(): string | null {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const outlined = (element: Element): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  const label = at.closest('label');
  const shown = [at, ...(label ? [label, ...label.querySelectorAll('*')] : [])].some(outlined);
  const { top, bottom } = (label ?? at).getBoundingClientRect();
  const isInside = bottom > 0 && top < innerHeight;
  return shown && isInside ? null : at.outerHTML.slice(0, 160);
}
