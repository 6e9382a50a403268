// What the address of a decision says: which outcome is meant, so that “Ask for changes” leads straight to it.
import { oneIn, type RawSearch } from '../app/search-params.js';
import type { Of } from '../gql/graphql.js';

export const outcomeChoices = ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'RETURNED', 'DECLINED', 'REDIRECTED'] as const;
export type Outcome = Of<'DecisionOutcome'>;

export interface DecideSearch {
  outcome?: Outcome;
}

export const decideSearch = (raw: RawSearch): DecideSearch => ({ outcome: oneIn(raw['outcome'], outcomeChoices) });
