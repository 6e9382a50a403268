// The risks of a draft as they are rated, before and after treatment.
import { bandOf, type Rated, type Scale } from '../ui/risk-rows.js';
import { idsIn, numberAt, place, textAt, type Leaves } from './leaves.js';

export type When = 'before' | 'after';

const fields = {
  before: ['likelihood', 'consequence'],
  after: ['residualLikelihood', 'residualConsequence'],
} as const;

export const ratingsOf = (leaves: Leaves, when: When): Rated[] =>
  idsIn(leaves, 'risks').map(id => ({
    id,
    title: textAt(leaves, place('risks', id, 'title')),
    likelihood: numberAt(leaves, place('risks', id, fields[when][0])),
    consequence: numberAt(leaves, place('risks', id, fields[when][1])),
  }));

export const unrated = (ratings: readonly Rated[]): Rated[] =>
  ratings.filter(({ likelihood, consequence }) => likelihood === null || consequence === null);

export const bandOfRating = (scale: Scale, { likelihood, consequence }: Rated): string | undefined =>
  likelihood === null || consequence === null ? undefined : bandOf(scale, likelihood * consequence).band;
