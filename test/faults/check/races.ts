// Of the commands of each race exactly one is in the ledger, or at most one where some never arrived: who won, by shape.
import { Examination, type Finding } from './invariant.js';
import type { Records } from './records.js';
import { keyOf, type Testimony } from './told.js';

/** For each shape, how often which contestant won. */
export type Winners = Record<string, Record<string, number>>;

export function examineRaces({ races }: Testimony, { entries }: Records): { finding: Finding; winners: Winners } {
  const exam = new Examination('R', 'every race has exactly one lawful outcome');
  const recorded = new Set(entries.map(({ actor_id: actor, command_id: command }) => keyOf(actor, command)));
  const winners: Winners = {};
  for (const { shape, contestants } of races) {
    exam.saw('races');
    const won = contestants.filter(({ personId, commandId }) => recorded.has(keyOf(personId, commandId)));
    const outcome = won.map(({ role }) => role).join(' and ') || 'nobody';
    const counts = (winners[shape] ??= {});
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    const isLawful = won.length === 1 || (won.length === 0 && contestants.some(({ isKnown }) => !isKnown));
    exam.expect(isLawful, () => `${shape}: ${outcome} (${contestants.map(({ commandId }) => commandId).join()})`);
  }
  return { finding: exam.finding, winners };
}
