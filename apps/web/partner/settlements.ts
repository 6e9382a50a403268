// What a raiser can say to their concern, by how far it has come.
import type { Of } from '../gql/graphql.js';
import { sayWords } from './say.words.js';

export type Settlement = 'SETTLED' | 'DISPUTED' | 'WITHDRAWN';

interface Choice {
  value: Settlement;
  label: string;
  description: string;
}

const accept: Choice = { value: 'SETTLED', label: sayWords.settle, description: sayWords.settleNote };
const dispute: Choice = { value: 'DISPUTED', label: sayWords.dispute, description: sayWords.disputeNote };
const takeBack: Choice = { value: 'WITHDRAWN', label: sayWords.withdraw, description: sayWords.withdrawNote };

/** Only an answer can be accepted or disputed; taking back is possible until it is closed. */
export function settlementsOf(status: Of<'ConcernStatus'>): Choice[] {
  if (status === 'ANSWERED') return [accept, dispute, takeBack];
  return status === 'OPEN' || status === 'DISPUTED' ? [takeBack] : [];
}
