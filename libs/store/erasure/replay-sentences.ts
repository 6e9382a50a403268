// What a replay of erasures did, for whoever put a backup back.
import type { ReplayReport } from './replay-erasures.js';

const counted = (count: number, what: string): string => (count === 1 ? `1 ${what}` : `${count} ${what}s`);
const places = (count: number): string => counted(count, 'place');

/** Nothing where there was nothing to do and nothing to say. */
export const replaySentences = ({ erased, unsaid, left, unknown, damaged }: ReplayReport): string[] => [
  ...(erased > 0 ? [`Words that were erased had come back at ${places(erased)}; they are gone again.`] : []),
  ...(unsaid > 0
    ? [
        `Of these, no entry of this ledger says of ${places(unsaid)} by whom they were erased and why: it is older than that. ` +
          'Assent now says itself, in its stream “erasures”, that they are gone, and names the entries that are lost.',
      ]
    : []),
  ...(left > 0 ? [`At ${places(left)} erased words are back, which only the owner of the tables may erase.`] : []),
  ...(unknown > 0
    ? [`${places(unknown)} of the list are of entries that this ledger does not have: there is nothing to erase.`]
    : []),
  ...(damaged > 0
    ? [
        `Of the list of erasures ${counted(damaged, 'line')} cannot be read. Compare it with a copy: what they named may be back.`,
      ]
    : []),
];
