// Complete dossiers, as a client would send them: every applicable required question answered by its type, nothing by hand.
import { catalogue, tierOfFacts, type Catalogue, type Question } from '#governance';

type Facts = Record<string, unknown>;
export type DossierSent = Record<string, unknown> & { facts: Facts };
export type Answered = { questionId: string; value?: unknown; gap?: string; evidence?: string[] };

export const answer = (questionId: string, value: unknown = 'A full answer, with reasons.'): Answered => ({
  questionId,
  value,
});
export const gap = (questionId: string, words = 'We have nothing to show here yet.'): Answered => ({
  questionId,
  gap: words,
});

const passing = ({ answer: { options = ['yes', 'no'], failsOn = [] } }: Question): string =>
  options.find(option => !failsOn.includes(option)) ?? '';

/** A value of the shape the question asks for, in the sense that passes. */
export function valueFor(question: Question, purposeIds: string[] = ['P-1']): unknown {
  switch (question.answer.type) {
    case 'long_text':
    case 'date_or_text':
      return 'A full answer, with reasons.';
    case 'yes_no':
    case 'choice':
      return passing(question);
    case 'yes_no_evidence':
    case 'choice_text':
      return { choice: passing(question), text: 'Because of what was found.' };
    case 'choice_per_purpose':
      return Object.fromEntries(purposeIds.map(id => [id, 1]));
    default:
      return ['One entry.', { who: 'Somebody', what: 'Something' }];
  }
}

const isAsked = ({ answer: { type }, required, tiers, appliesWhen }: Question, tier: string, facts: Facts): boolean =>
  type !== 'computed' &&
  required &&
  tiers.some(each => each === tier) &&
  (appliesWhen?.some(({ fact, equals }) => (facts[fact] ?? false) === equals) ?? true);

/** Answers to all that a dossier with these facts has to answer before it is submitted. */
export const completeAnswers = (facts: Facts, { questions }: Catalogue = catalogue): Answered[] => {
  const tier = tierOfFacts(catalogue, facts as never);
  return [...questions.values()]
    .filter(question => isAsked(question, tier, facts))
    .map(question => answer(question.id, valueFor(question)));
};

export const purpose = (id = 'P-1', more: object = {}) => ({
  id,
  statement: 'Find out where home visits are missing, to place three more teams.',
  benefit: 'Families wait less.',
  authority: 'The Act, section 12.',
  excludedUses: 'No decision about a single family.',
  ...more,
});

export const dataItem = (id = 'D-1', more: object = {}) => ({
  id,
  name: 'Visits by suburb',
  about: 'Families visited last year',
  identifiability: 'aggregate',
  purposeIds: ['P-1'],
  necessity: 'Without it nobody knows where visits are missing.',
  ...more,
});

export const recipient = (id = 'R-1', more: object = {}) => ({
  id,
  name: 'The planning team',
  kind: 'agency',
  ...more,
});

export const alternative = (id = 'A-1', more: object = {}) => ({
  id,
  description: 'Ask the providers for a yearly figure.',
  rung: 1,
  whyNot: 'It comes a year late.',
  ...more,
});

export const risk = (id = 'K-1', more: object = {}) => ({
  id,
  title: 'Small suburbs can be recognised',
  likelihood: 2,
  consequence: 3,
  mitigation: 'Counts below ten are left out.',
  residualLikelihood: 1,
  residualConsequence: 2,
  owner: 'Head of planning',
  ...more,
});

/** A dossier with these facts, complete for the tier they call for; `more` replaces sections. */
export function completeDossier(facts: Facts, more: object = {}): DossierSent {
  const identifiability = facts['identifiability'] ?? 'aggregate';
  return {
    summary: 'Counts of home visits, to place new teams.',
    facts,
    purposes: [purpose()],
    dataItems: [dataItem('D-1', { identifiability })],
    recipients: [recipient()],
    alternatives: [alternative('A-1'), alternative('A-2', { rung: 2 })],
    risks: [risk()],
    retention: 'Two years, then deleted.',
    transferRoute: 'The secure transfer service.',
    answers: completeAnswers(facts),
    ...more,
  };
}

export const t1Facts = { identifiability: 'aggregate' };
export const t2Facts = { identifiability: 'pseudonymous' };
export const t3Facts = { identifiability: 'identified', sensitiveService: true, populationSize: 500 };

export const t1 = (more: object = {}): DossierSent => completeDossier(t1Facts, more);
export const t2 = (more: object = {}): DossierSent => completeDossier(t2Facts, more);
export const t3 = (more: object = {}): DossierSent => completeDossier(t3Facts, more);

/** What a step-by-step author sends: the complete answers with some of them replaced. */
export const answersWith = (facts: Facts, ...changed: Answered[]): Answered[] => [
  ...completeAnswers(facts).filter(({ questionId }) => !changed.some(each => each.questionId === questionId)),
  ...changed,
];

export const answersWithout = (facts: Facts, ...ids: string[]): Answered[] =>
  completeAnswers(facts).filter(({ questionId }) => !ids.includes(questionId));
