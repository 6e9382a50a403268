// Which ways were examined on which rung, and which rung is asked for (PR-3), highest first.
import { answerAt, idsIn, numberAt, place, textAt, type Leaves } from './leaves.js';

export interface Rung {
  rung: number;
  ways: { id: string; description: string; whyNot: string }[];
  /** Ids of the purposes that ask for this rung. */
  askedFor: string[];
}

const HIGHEST = 7;

export function ladderOf(leaves: Leaves): Rung[] {
  const { value } = answerAt(leaves, 'PR-3');
  const asked = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return Array.from({ length: HIGHEST + 1 }, (_, index) => HIGHEST - index).map(rung => ({
    rung,
    ways: idsIn(leaves, 'alternatives')
      .filter(id => numberAt(leaves, place('alternatives', id, 'rung')) === rung)
      .map(id => ({
        id,
        description: textAt(leaves, place('alternatives', id, 'description')),
        whyNot: textAt(leaves, place('alternatives', id, 'whyNot')),
      })),
    askedFor: idsIn(leaves, 'purposes').filter(id => asked[id] === rung),
  }));
}
