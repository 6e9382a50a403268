// The catalogue as the public API shows it.
import type { Catalogue, Question } from '#governance';
import { privacyPrincipleName } from '#messages';

type Reference = Catalogue['reference'];

/** `dpup` names principles and guidelines by key. */
function dpupElements({ dpup }: Reference, keys: readonly string[]) {
  const known = [
    ...dpup.principles,
    ...dpup.guidelines.map(({ coreMoves: asks, ...guideline }) => ({ ...guideline, asks })),
  ];
  return known
    .filter(({ key }) => keys.includes(key))
    .map(({ key: code, name: title, asks: meaning }) => ({ code, title, meaning }));
}

const privacyPrinciples = ({ dpup: { codes } }: Reference, numbers: readonly string[]) =>
  numbers.map(code => ({ code, title: privacyPrincipleName(code), meaning: codes.ipp[code] ?? '' }));

export const questionView = ({ answer, mapsTo, ...question }: Question, { reference }: Catalogue) => ({
  ...question,
  answerType: answer.type,
  options: answer.options ?? [],
  columns: answer.columns ?? [],
  mapsTo: {
    ...mapsTo,
    dpupElements: dpupElements(reference, mapsTo.dpup),
    privacyPrinciples: privacyPrinciples(reference, mapsTo.ipp),
  },
});

export function catalogueView(catalogue: Catalogue) {
  const { version, digest, questions, facts, tierRules, urgentRecord, reference } = catalogue;
  const { dpup, glossary } = reference;
  return {
    ...{ version, digest, tierRules, urgentRecord },
    riskLibrary: riskLibraryView(reference),
    learning: learningView(reference),
    glossary: [...glossary],
    principles: dpup.principles,
    guidelines: dpup.guidelines.map(({ coreMoves: asks, ...guideline }) => ({ ...guideline, asks })),
    codes: dpup.codes,
    questions: [...questions.values()].map(question => questionView(question, catalogue)),
    facts: [...facts].map(([key, fact]) => ({ key, ...fact, options: fact.type === 'choice' ? fact.options : [] })),
  };
}

const riskLibraryView = ({ riskLibrary: { scale, risks } }: Reference) => ({
  scale,
  risks: risks.map(({ mapsTo, ...risk }) => ({ ...risk, questions: mapsTo.questions })),
});

const learningView = ({ learning: { principles, ...learning } }: Reference) => ({
  ...learning,
  principles: Object.entries(principles).map(([key, words]) => ({ key, words })),
});
