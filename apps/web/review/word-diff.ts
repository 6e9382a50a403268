// What changed within a text, word by word: pieces that joined without the added ones are the text before, without the removed ones
// the text after.
import { diffWordsWithSpace } from 'diff';

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Texts that differ in more words than this are no edit of each other: shown whole, one after the other. */
const MOST_EDITS = 2_000;

export function wordDiff(before: string, after: string): Piece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  return changes ? changes.map(pieceOf) : replaced(before, after);
}

const pieceOf = ({ added, removed, value }: { added?: boolean; removed?: boolean; value: string }): Piece => ({
  kind: added ? 'added' : removed ? 'removed' : 'same',
  text: value,
});

const replaced = (before: string, after: string): Piece[] => {
  const both: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return both.filter(({ text }) => text !== '');
};

/** Entries of a list, in the order of the list after; those that went stand where they were, as far as can be told. */
export function listDiff(before: readonly string[], after: readonly string[]): Piece[] {
  const stay = (entry: string): Piece => ({ kind: before.includes(entry) ? 'same' : 'added', text: entry });
  const gone = before.filter(entry => !after.includes(entry));
  return [...after.map(stay), ...gone.map((text): Piece => ({ kind: 'removed', text }))];
}
