// What stands in the place of words that were erased, and what counts as said where words may be gone.
import { isBlank } from '../proposal/words.js';

/** The sentence that people read there. It is never written by anybody: sent back, it leaves erased what was. */
export const erasedWords = 'These words were erased.';

/** A text that the types promise and that an erasure may have taken. */
export const isSaid = (text: string | undefined): boolean => !isBlank(text);

/** What was sent, less the sentence wherever there were no words before. Without anything before, all of it is new. */
export function asRead<T extends object>(given: T, before: Partial<T> | undefined): T {
  if (!before) return given;
  const isNew = ([key, value]: [string, unknown]): boolean =>
    value !== erasedWords || before[key as keyof T] !== undefined;
  return Object.fromEntries(Object.entries(given).filter(isNew)) as T;
}
