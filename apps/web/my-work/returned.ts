// A proposal that came back: from whom, and how the reasons begin.
import type { Of } from '../gql/graphql.js';
import { excerpt } from '../progress/excerpt.js';

export interface Decided {
  state: Of<'ProposalState'>;
  decision: { outcome: Of<'DecisionOutcome'>; reasons: string; by: { displayName: string } } | null;
}

export interface Returned {
  by: string;
  /** The first words of why. */
  why: string;
}

/** Undefined unless it is its author’s again. */
export function returnedIn({ state, decision }: Decided): Returned | undefined {
  if (state !== 'RETURNED' || decision?.outcome !== 'RETURNED') return undefined;
  return { by: decision.by.displayName, why: excerpt(decision.reasons) };
}
