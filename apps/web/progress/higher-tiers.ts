// Which reviews are more thorough than this one. The urgent lane is beside them.
import type { Of } from '../gql/graphql.js';

const ladder = ['T1', 'T2', 'T3'] as const satisfies Of<'Tier'>[];

export const higherTiers = (tier: Of<'Tier'>): readonly (typeof ladder)[number][] =>
  tier === 'U' ? [] : ladder.slice(ladder.indexOf(tier) + 1);
