// Data items against purposes, the rung that is asked for, and the gentler ways that were looked at.
import { answerTo } from '../catalogue/answers.js';
import { isMoreIdentifying } from '../vocabulary/index.js';
import type { Dossier, Json } from '../proposal/dossier.js';
import { isBlank, type Check } from './check.js';

export const itemsWithoutPurpose: Check = ({ dataItems, purposes }) => {
  const known = new Set(purposes.map(({ id }) => id));
  return dataItems
    .filter(({ purposeIds }) => !purposeIds.some(id => known.has(id)))
    .map(({ id }) => ({ rule: 'item-without-purpose', place: `dataItems.${id}.purposeIds` }));
};

export const itemsWithoutNecessity: Check = ({ dataItems }) =>
  dataItems
    .filter(({ necessity }) => isBlank(necessity))
    .map(({ id }) => ({ rule: 'item-without-necessity', place: `dataItems.${id}.necessity` }));

/** The facts decide the tier: an item beyond them would be judged at the wrong one. */
export const itemsMoreIdentifyingThanStated: Check = ({ dataItems, facts }) =>
  dataItems
    .filter(({ identifiability }) => isMoreIdentifying(identifiability, String(facts['identifiability'])))
    .map(({ id }) => ({ rule: 'more-identifying-than-stated', place: `dataItems.${id}.identifiability` }));

/** The lowest rung on which information of this kind can stand. */
const lowestRung: Record<string, number> = { aggregate: 0, de_identified: 3, pseudonymous: 4, identified: 5 };
const rungOf = (identifiability: string): number => lowestRung[identifiability] ?? 0;

function rungsAsked(dossier: Dossier): Map<string, number> {
  const value = answerTo(dossier, 'PR-3')?.value;
  const rungs = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const isRung = (entry: [string, Json]): entry is [string, number] => typeof entry[1] === 'number';
  return new Map(Object.entries(rungs).filter(isRung));
}

/** An item that no purpose it serves asks for in such detail. Says nothing while PR-3 is open. */
export const itemsMoreIdentifyingThanAsked: Check = dossier => {
  const rungs = rungsAsked(dossier);
  return dossier.dataItems.flatMap(({ id, identifiability, purposeIds }) => {
    const asked = purposeIds.map(purposeId => rungs.get(purposeId)).filter(rung => rung !== undefined);
    const isBeyond = asked.length > 0 && rungOf(identifiability) > Math.max(...asked);
    return isBeyond ? [{ rule: 'more-identifying-than-asked', place: `dataItems.${id}.identifiability` } as const] : [];
  });
};

/** A gentler alternative that nobody has said no to, while something more identifying is asked for. */
export const gentlerAlternativesOpen: Check = dossier => {
  const needed = Math.max(0, ...dossier.dataItems.map(({ identifiability }) => rungOf(identifiability)));
  return dossier.alternatives
    .filter(({ rung, whyNot }) => rung < needed && isBlank(whyNot))
    .map(({ id }) => ({ rule: 'gentler-alternative-open', place: `alternatives.${id}.whyNot` }));
};
