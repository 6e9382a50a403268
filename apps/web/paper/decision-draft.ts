// A decision while it is written: what is still missing, what will be recorded, and what will happen. No I/O.
import type { Of } from '../gql/graphql.js';
import { conditionInput, isComplete, type ConditionDraft } from '../review/condition-drafts.js';
import { weightOf, type StandingConcern } from '../review/concern-acts.js';
import { decideWords } from './decide.words.js';

export interface DecisionDraft {
  reasons: string;
  wouldChangeIt: string;
  conditions: ConditionDraft[];
  /** By concern, why it is overruled. */
  overruled: Record<string, string>;
  /** By question, the approver’s own answer: PR-10 and PR-15 of what is declined. */
  answers: Record<string, string>;
}

export const emptyDecision: DecisionDraft = {
  ...{ reasons: '', wouldChangeIt: '', conditions: [], overruled: {}, answers: {} },
};

/** What the decision is about, as far as its form depends on it. */
export interface Matter {
  concerns: readonly (StandingConcern & { id: string; statement: string })[];
  tier: Of<'Tier'>;
  questions: readonly { standing: string; question: { id: string } }[];
}

export const isApproval = (outcome: Of<'DecisionOutcome'>): boolean => outcome.startsWith('APPROVED');

/** Concerns that an approval has to name, each with reasons. */
export const mustBeNamed = ({ concerns }: Matter) => concerns.filter(each => weightOf(each) === 'named');

interface Found {
  status: Of<'SignOffStatus'>;
  finding: Of<'Finding'> | null;
}

/** What reviewers found not met and have not taken back, also on an earlier revision. */
export const foundNotMet = <S extends Found>(signOffs: readonly S[]): S[] =>
  signOffs.filter(({ status, finding }) => finding === 'NOT_MET' && (status === 'GIVEN' || status === 'STALE'));

/** What the author has left open and a refusal at these tiers has to say. */
export const toAnswer = ({ tier, questions }: Matter) =>
  tier === 'T1' ? [] : questions.filter(isLeftOpen).map(({ question }) => question.id);

const isLeftOpen = ({ standing, question: { id } }: Matter['questions'][number]): boolean =>
  (id === 'PR-10' || id === 'PR-15') && standing !== 'answered';

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

export interface DecisionFaults {
  reasons?: string;
  wouldChangeIt?: string;
  overruled: Record<string, string>;
  answers: Record<string, string>;
  conditions: boolean;
}

export function decisionFaults(outcome: Of<'DecisionOutcome'>, draft: DecisionDraft, matter: Matter): DecisionFaults {
  const isDeclined = outcome === 'DECLINED';
  const blankOf = (ids: string[], words: Record<string, string>, told: string) =>
    Object.fromEntries(ids.filter(id => isBlank(words[id])).map(id => [id, told]));
  const named = isApproval(outcome) ? mustBeNamed(matter).map(({ id }) => id) : [];
  return {
    ...(isBlank(draft.reasons) && { reasons: decideWords.reasonsMissing }),
    ...(isDeclined && isBlank(draft.wouldChangeIt) && { wouldChangeIt: decideWords.wouldChangeItMissing }),
    overruled: blankOf(named, draft.overruled, decideWords.overruledMissing),
    answers: isDeclined ? blankOf(toAnswer(matter), draft.answers, decideWords.answerMissing) : {},
    conditions: outcome === 'APPROVED_WITH_CONDITIONS' && !draft.conditions.every(isComplete),
  };
}

export const isFlawless = ({ reasons, wouldChangeIt, overruled, answers, conditions }: DecisionFaults): boolean =>
  !reasons && !wouldChangeIt && !conditions && Object.keys({ ...overruled, ...answers }).length === 0;

/**
 * The reasons as they are recorded: those of the decision, then why each named concern is overruled. Its own words are not repeated:
 * whoever reads the decision reads its reasons, also those to whom the concern is hidden.
 */
export function reasonsOf(
  outcome: Of<'DecisionOutcome'>,
  { reasons, overruled }: DecisionDraft,
  matter: Matter,
): string {
  const named = isApproval(outcome) ? mustBeNamed(matter) : [];
  const each = named.map(({ id }) => (overruled[id] ?? '').trim());
  return [reasons.trim(), ...each].join('\n\n');
}

/** What is sent, less ids and version. */
export function decisionInput(outcome: Of<'DecisionOutcome'>, draft: DecisionDraft, matter: Matter) {
  const { wouldChangeIt, conditions, answers } = draft;
  return {
    outcome,
    reasons: reasonsOf(outcome, draft, matter),
    ...(!isBlank(wouldChangeIt) && { wouldChangeIt: wouldChangeIt.trim() }),
    ...(isApproval(outcome) && { overruled: mustBeNamed(matter).map(({ id }) => id) }),
    ...(outcome === 'APPROVED_WITH_CONDITIONS' && { conditions: conditions.map(conditionInput) }),
    ...(outcome === 'DECLINED' && {
      answers: toAnswer(matter).map(questionId => ({ questionId, value: (answers[questionId] ?? '').trim() })),
    }),
  };
}
