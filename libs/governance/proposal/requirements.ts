// What the catalogue asks of a proposal as it stands: which questions apply, how each stands, and what that stands in the way of.
import {
  answerTo,
  factHolds,
  setOf,
  standingOf,
  type Catalogue,
  type Question,
  type Standing,
} from '../catalogue/index.js';
import type { Blocker, BlockerCode } from '../problems.js';
import type { QuestionSet } from '../vocabulary/index.js';
import type { Alternative, Dossier, Json } from './dossier.js';
import type { Proposal } from './proposal.js';
import { isBlank } from './words.js';

type Asked = Pick<Proposal, 'tier' | 'dossier' | 'irrelevant' | 'partnerIds' | 'concerns'>;

export const applies = (question: Question, { tier, dossier, irrelevant }: Asked): boolean =>
  question.tiers.some(each => each === tier) &&
  (question.appliesWhen?.some(when => factHolds(when, dossier.facts)) ?? true) &&
  !irrelevant.includes(question.id);

export const applicableQuestions = ({ questions }: Catalogue, proposal: Asked): Question[] =>
  [...questions.values()].filter(question => applies(question, proposal));

const isGiven = (text: string | undefined): boolean => !isBlank(text);

/** Worked out from the dossier, never answered by hand (`docs/rules.md`, Answers). */
const computed: Record<string, (proposal: Asked) => boolean> = {
  'PM-7': ({ dossier }) => dossier.purposes.length > 0,
  'PM-9': ({ dossier: { dataItems, purposes } }) =>
    dataItems.every(
      item => isGiven(item.necessity) && item.purposeIds.some(id => purposes.some(purpose => purpose.id === id)),
    ),
  'PR-4': ({ dossier: { alternatives } }) =>
    alternatives.length > 0 && alternatives.every(alternative => isGiven(alternative.whyNot)),
  'RK-4': ({ dossier: { risks } }) =>
    risks.length > 0 &&
    risks.every(
      risk => isGiven(risk.mitigation) && isGiven(risk.owner) && risk.residualLikelihood && risk.residualConsequence,
    ),
  'CN-3': ({ dossier: { facts }, partnerIds }) => facts['hasSupplyingPartners'] !== true || partnerIds.length > 0,
  'CN-5': ({ concerns }) => concerns.every(({ status }) => status !== 'OPEN'),
  'CN-13': () => true,
};

export const isComputed = ({ answer }: Question): boolean => answer.type === 'computed';

const lowestIdentifiedRung = 5;

/** GR-3: from rung 5 on, two alternatives on a lower rung must have been examined, one of them a partner's. */
function failsLadder({ dossier }: Asked): boolean {
  const rungs = rungsAsked(dossier);
  const highest = Math.max(0, ...rungs);
  if (highest < lowestIdentifiedRung) return false;
  const examined = (alternative: Alternative): boolean => alternative.rung < highest && isGiven(alternative.whyNot);
  const lower = dossier.alternatives.filter(examined);
  return lower.length < 2 || !lower.some(({ proposedByPartner }) => proposedByPartner);
}

function rungsAsked(dossier: Dossier): number[] {
  const value = answerTo(dossier, 'PR-3')?.value as { [purposeId: string]: Json } | undefined;
  return dossier.purposes.map(({ id }) => Number(value?.[id] ?? 0));
}

export function standing(question: Question, proposal: Asked): Standing {
  const rule = computed[question.id];
  if (rule) return rule(proposal) ? 'answered' : 'failing';
  const plain = standingOf(question, answerTo(proposal.dossier, question.id), proposal.dossier);
  return question.id === 'PR-3' && plain === 'answered' && failsLadder(proposal) ? 'failing' : plain;
}

const codes: Record<Exclude<Standing, 'answered'>, BlockerCode> = {
  unanswered: 'question-unanswered',
  gap: 'question-gap',
  failing: 'question-failing',
};

export interface OpenQuestion {
  question: Question;
  standing: Exclude<Standing, 'answered'>;
  blocker: Blocker;
}

/** What a sign-off of these sets is about. */
export const heldQuestions = (catalogue: Catalogue, proposal: Asked, sets: readonly QuestionSet[]): Question[] =>
  applicableQuestions(catalogue, proposal).filter(question => sets.includes(setOf(question)));

/** The blocking questions of these sets that are open or fail: what keeps their sign-off from being met (GR-2). */
export function openQuestions(catalogue: Catalogue, proposal: Proposal, sets: readonly QuestionSet[]): OpenQuestion[] {
  return heldQuestions(catalogue, proposal, sets)
    .filter(question => question.blocking)
    .flatMap(question => {
      const how = standing(question, proposal);
      if (how === 'answered') return [];
      const isLadder = question.id === 'PR-3' && how === 'failing';
      const blocker: Blocker = isLadder
        ? { code: 'ladder', subject: 'GR-3' }
        : { code: codes[how], subject: question.id };
      return [{ question, standing: how, blocker }];
    });
}

/** What submission waits for: required answers, given or openly missing; computed questions never. */
export function unansweredQuestions(catalogue: Catalogue, proposal: Proposal): Blocker[] {
  return applicableQuestions(catalogue, proposal)
    .filter(question => question.required && !isComputed(question) && standing(question, proposal) === 'unanswered')
    .map(({ id }) => ({ code: 'question-unanswered', subject: id }));
}
