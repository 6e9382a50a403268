// What to say when the proposal on the screen changed: who did what, in a sentence, if it was somebody else.
import { sentenceOf, type Told } from '../history/sentence-of.js';
import { defineWords } from '../words/define-words.js';

export interface Entry extends Told {
  id: string;
  commandId: string;
  actor: { id: string; displayName: string };
}

export interface Before {
  /** The newest entry known before. */
  entryId: string | undefined;
  version: number;
}

interface Change {
  /** Newest first: the latest that may be read. */
  entries: readonly Entry[];
  before: Before;
  version: number;
  /** The id of whoever looks at the screen. */
  me: string;
}

const words = defineWords({
  did: (who: string, did: string) => `${who} ${did}.`,
  more: (sentence: string) => `${sentence} There is more that is new.`,
  somebody: 'Changed by somebody else just now.',
});

/** What was known when the proposal stood at this version: the last of it, of what is kept oldest first. */
export const knownAt = (marks: readonly Before[], version: number): Before | undefined =>
  marks.findLast(mark => mark.version <= version);

/** Undefined where there is nothing to say: it was oneself, or it was told before. */
export function newsOf({ entries, before, version, me }: Change): string | undefined {
  const known = entries.findIndex(({ id }) => id === before.entryId);
  const fresh = known === -1 ? entries : entries.slice(0, known);
  const others = fresh.filter(({ actor }) => actor.id !== me);
  if (others.length > 0) return told(others);
  // What one may not read happened all the same.
  return fresh.length === 0 && version > before.version ? words.somebody : undefined;
}

/** The latest command of somebody else, by the entry that began it. */
function told(others: readonly Entry[]): string {
  const ofCommand = others.filter(({ commandId }) => commandId === others[0]?.commandId);
  const first = ofCommand.at(-1)!;
  const sentence = words.did(first.actor.displayName, sentenceOf(first).did);
  return ofCommand.length < others.length ? words.more(sentence) : sentence;
}
