// What a page comes to show: drafts, focus and answers arrive a moment after the words that tell of them, so one look is not enough.
import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';

const PATIENCE_MS = 20_000;
const BETWEEN_MS = 50;

/** Looks until it is so. What was seen last is what the story ends with otherwise. */
export async function comesTo(look: () => Promise<unknown>, expected: unknown): Promise<void> {
  const last = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    try {
      return expect(seen).toEqual(expected);
    } catch (failure) {
      if (Date.now() > last) throw failure;
    }
    await new Promise(resolve => setTimeout(resolve, BETWEEN_MS));
  }
}

/** The words in a field come to be these. */
export const holds = (field: Locator, words: string): Promise<void> => comesTo(() => field.inputValue(), words);

/** Text on the screen comes to hold this. */
export const tells = (place: Locator, words: string | RegExp): Promise<void> =>
  comesTo(
    () => place.innerText(),
    typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words),
  );
