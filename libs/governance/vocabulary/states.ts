// The states of a proposal and the tiers of scrutiny, with the groups that the rules speak of.

export const proposalStates = [
  'DRAFTING',
  'IN_REVIEW',
  'RETURNED',
  'AWAITING_DECISION',
  'APPROVED',
  'APPROVED_WITH_CONDITIONS',
  'DECLINED',
  'REDIRECTED',
  'WITHDRAWN',
  'ACTIVE',
  'SUSPENDED',
  'EXPIRED',
  'CLOSED',
  'URGENT_RECORDED',
] as const;
export type ProposalState = (typeof proposalStates)[number];

/** T1 light, T2 standard, T3 heightened; U is the urgent safety lane and no step of that ladder. */
export type Tier = 'T1' | 'T2' | 'T3' | 'U';

const ladder: readonly Tier[] = ['T1', 'T2', 'T3'];

/** Is `tier` a step above `other`? The urgent lane is above nothing. */
export const isHigher = (tier: Tier, other: Tier): boolean =>
  ladder.includes(tier) && ladder.indexOf(tier) > ladder.indexOf(other);

export const higherOf = (tier: Tier, other: Tier): Tier => (isHigher(other, tier) ? other : tier);

/** From least to most identifying. */
export const identifiabilities = ['aggregate', 'de_identified', 'pseudonymous', 'identified'] as const;
export type Identifiability = (typeof identifiabilities)[number];

export const isMoreIdentifying = (value: string, than: string): boolean =>
  identifiabilities.indexOf(value as Identifiability) > identifiabilities.indexOf(than as Identifiability);
