// Where a proposal stands, in one sentence: what people ask first.
import type { Of } from '../gql/graphql.js';
import { standingWords as words } from './progress.words.js';

export interface Standing {
  state: Of<'ProposalState'>;
  /** What holds the next step, as far as the viewer may know. */
  blockers: readonly { code: string }[];
  conditions: readonly { metAt: string | null }[];
  /** Partners are told of no blockers but their own. */
  isPartial: boolean;
}

export function standingOf(standing: Standing): string {
  const { state, blockers, isPartial } = standing;
  if (state === 'DRAFTING') return isPartial ? words.draftingPlain : words.drafting(blockers.length);
  if (state === 'RETURNED') return words.returned(isPartial ? 0 : blockers.length);
  if (state === 'IN_REVIEW') return inReview(standing);
  if (state === 'APPROVED_WITH_CONDITIONS') return withConditions(standing);
  return others[state] ?? words.other;
}

const others: Partial<Record<Standing['state'], string>> = {
  AWAITING_DECISION: words.awaiting,
  APPROVED: words.approved,
  DECLINED: words.declined,
  REDIRECTED: words.redirected,
  WITHDRAWN: words.withdrawn,
  URGENT_RECORDED: words.urgent,
};

function inReview({ blockers, isPartial }: Standing): string {
  const many = (code: string) => blockers.filter(blocker => blocker.code === code).length;
  const [missing, stale, open] = [many('sign-off-missing'), many('sign-off-stale'), many('concern-open')];
  const parts = [
    ...(missing > 0 ? [words.missingSignOffs(missing)] : []),
    ...(stale > 0 ? [words.staleSignOffs(stale)] : []),
    ...(open > 0 ? [words.openConcerns(open)] : []),
  ];
  return isPartial || parts.length === 0 ? words.reviewPlain : words.review(parts);
}

const withConditions = ({ conditions, isPartial }: Standing): string =>
  isPartial ? words.withConditionsPlain : words.withConditions(conditions.filter(({ metAt }) => metAt === null).length);
