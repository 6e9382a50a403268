// One command id for each intended act. Whoever sends the same act again, because no answer came, sends it under the same id, and
// the api does it once; a page that was loaded again meanwhile knows it by its digest. After an answer, the next act is another one,
// however alike.
import type { Kept } from './kept.js';

/** By which the api knows an act again: it compares all that was sent, the version among it. */
export interface SentAs {
  commandId: string;
  expectedVersion?: unknown;
}

export interface Act {
  sentAs: SentAs;
  /** There was an answer. */
  answered: () => void;
}

export interface Around {
  personId: string;
  /** Which command: two with the same words are two acts. */
  command: string;
  newId: () => string;
  digestOf: (text: string) => Promise<string>;
  /** That of the window, which outlives its pages. */
  storage: Kept;
}

type Given = Readonly<Record<string, unknown>>;

export const commandIds = ({ personId, command, newId, digestOf, storage }: Around) => ({
  /** The act before, when this is the same and was never answered; on whichever version it is meant now. */
  async actFor({ expectedVersion, ...given }: Given): Promise<Act> {
    const key = `assent.unanswered.${await digestOf(JSON.stringify([personId, command, given]))}`;
    const before = storage.getItem(key) ?? JSON.stringify({ commandId: newId(), expectedVersion });
    storage.setItem(key, before);
    return { sentAs: JSON.parse(before) as SentAs, answered: () => storage.removeItem(key) };
  },
});
