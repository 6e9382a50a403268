// The catalogue as the public API shows it.
import type { Catalogue, Question } from '#governance';

export const questionView = ({ answer, ...question }: Question) => ({
  ...question,
  answerType: answer.type,
  options: answer.options ?? [],
  columns: answer.columns ?? [],
});

export function catalogueView({ version, digest, questions, facts, tierRules, urgentRecord, reference }: Catalogue) {
  const { dpup, riskLibrary, glossary, learning } = reference;
  return {
    ...{ version, digest, tierRules, urgentRecord, riskLibrary, learning },
    glossary: [...glossary],
    principles: dpup.principles,
    guidelines: dpup.guidelines.map(({ coreMoves: asks, ...guideline }) => ({ ...guideline, asks })),
    codes: dpup.codes,
    questions: [...questions.values()].map(questionView),
    facts: [...facts].map(([key, fact]) => ({ key, ...fact, options: fact.type === 'choice' ? fact.options : [] })),
  };
}
