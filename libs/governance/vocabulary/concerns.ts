// Concerns of partners and reviewers, the answers to them, and the decision's outcomes.

export type ConcernSeverity = 'MINOR' | 'MODERATE' | 'SUBSTANTIAL';
export type ConcernStatus = 'OPEN' | 'ANSWERED' | 'SETTLED' | 'DISPUTED' | 'WITHDRAWN';
export type ConcernAudience = 'PARTIES' | 'REVIEWERS';
export type Disposition = 'ACCEPTED' | 'PARTLY_ACCEPTED' | 'NOT_ACCEPTED';
export type CommentAudience = 'INTERNAL' | 'PARTNERS';

export const decisionOutcomes = ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'RETURNED', 'DECLINED', 'REDIRECTED'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export const isApproval = (outcome: DecisionOutcome): boolean =>
  outcome === 'APPROVED' || outcome === 'APPROVED_WITH_CONDITIONS';
