// What would hold an approval later on, beside what holds the next step: so that nobody is surprised at the end.
import { defineWords, listed, count } from '../words/define-words.js';
import { holdsDecision, type Weighed } from './weigh-concerns.js';

interface Approving {
  state: string;
  signOffs: readonly { status: string; finding: string | null }[];
  concerns: readonly Weighed[];
}

const words = defineWords({
  notMet: (many: number) => `${count(many, 'sign-off')} found not met`,
  concerns: (many: number) => `${count(many, 'concern')} not settled`,
  later: (holds: readonly string[]) => `An approval would be held by ${listed(holds)}.`,
});

/** A sentence; undefined where nothing would hold it, and where the next step is the approval itself. */
export function approvalHolds({ state, signOffs, concerns }: Approving): string | undefined {
  if (state !== 'RETURNED' && state !== 'IN_REVIEW') return undefined;
  const notMet = signOffs.filter(({ status, finding }) => status === 'GIVEN' && finding === 'NOT_MET').length;
  // In review an open one holds the next step already, and is said there.
  const isSaid = ({ status }: Weighed) => state === 'IN_REVIEW' && status === 'OPEN';
  const holding = concerns.filter(concern => holdsDecision(concern) && !isSaid(concern)).length;
  const holds = [...(notMet > 0 ? [words.notMet(notMet)] : []), ...(holding > 0 ? [words.concerns(holding)] : [])];
  return holds.length > 0 ? words.later(holds) : undefined;
}
