// Does everything the content refers to exist, and is every mapping there? Faults with their JSON paths.
import type { CatalogueContent, Question } from './schema.js';

type Path = string;

/** Each code that is named, where, and among which codes it has to be found. */
function* namedCodes(
  content: CatalogueContent,
): Generator<[Path, string, 'dpup' | 'ipp' | 'findings' | 'fiveSafes' | 'alsoSee']> {
  const mapped = ['dpup', 'ipp', 'findings', 'fiveSafes'] as const;
  for (const [set, questions] of Object.entries(content.questions)) {
    for (const [index, { mapsTo, alsoSee }] of questions.entries()) {
      const path = `questions.${set}.${index}`;
      for (const kind of mapped) for (const code of mapsTo[kind]) yield [`${path}.mapsTo.${kind}`, code, kind];
      for (const code of alsoSee) yield [`${path}.alsoSee`, code, 'alsoSee'];
    }
  }
  for (const [index, { mapsTo, seenIn }] of content.riskLibrary.risks.entries()) {
    const path = `riskLibrary.risks.${index}`;
    for (const kind of mapped) for (const code of mapsTo[kind]) yield [`${path}.mapsTo.${kind}`, code, kind];
    for (const code of seenIn) yield [`${path}.seenIn`, code, 'alsoSee'];
  }
}

export function unknownCodes(content: CatalogueContent): string[] {
  const { principles, guidelines, codes } = content.dpup;
  const known = {
    dpup: new Set([...principles, ...guidelines].map(({ key }) => key)),
    ipp: new Set(Object.keys(codes.ipp)),
    findings: new Set(Object.keys(codes.findings)),
    fiveSafes: new Set(Object.keys(codes.fiveSafes)),
    alsoSee: new Set(Object.keys(codes.alsoSee)),
  };
  return [...namedCodes(content)]
    .filter(([, code, kind]) => !known[kind].has(code))
    .map(([path, code, kind]) => `${path}: ${code} is not explained in dpup (${kind})`);
}

const allQuestions = ({ questions }: CatalogueContent): Question[] => Object.values(questions).flat();

/** DPUP's lists of questions are the mappings of the questions, read the other way. */
export function mismatchedMappings(content: CatalogueContent): string[] {
  const { principles, guidelines } = content.dpup;
  const check = (path: Path, key: string, listed: string[]): string[] => {
    const mapped = allQuestions(content)
      .filter(({ mapsTo }) => mapsTo.dpup.includes(key))
      .map(({ id }) => id);
    const missing = mapped
      .filter(id => !listed.includes(id))
      .map(id => `${path}: ${id} is mapped to ${key} and missing`);
    const extra = listed.filter(id => !mapped.includes(id)).map(id => `${path}: ${id} is not mapped to ${key}`);
    return [...missing, ...extra];
  };
  return [
    ...principles.flatMap(({ key, questions }, index) => check(`dpup.principles.${index}.questions`, key, questions)),
    ...guidelines.flatMap(({ key, questions }, index) => check(`dpup.guidelines.${index}.questions`, key, questions)),
  ];
}

/** Every question serves at least one principle or guideline, and each set of options of the quiz has one right answer. */
export function missingMappings(content: CatalogueContent): string[] {
  const unmapped = Object.entries(content.questions).flatMap(([set, questions]) =>
    questions.flatMap(({ id, mapsTo }, index) =>
      mapsTo.dpup.length > 0 ? [] : [`questions.${set}.${index}.mapsTo.dpup: ${id} is mapped to nothing`],
    ),
  );
  const known = new Set(allQuestions(content).map(({ id }) => id));
  const risks = content.riskLibrary.risks.flatMap(({ mapsTo }, index) =>
    mapsTo.questions
      .filter(id => !known.has(id))
      .map(id => `riskLibrary.risks.${index}.mapsTo.questions: there is no question ${id}`),
  );
  const quiz = content.learning.quiz.flatMap(({ options }, index) =>
    options.filter(({ correct }) => correct).length === 1
      ? []
      : [`learning.quiz.${index}.options: exactly one option has to be correct`],
  );
  return [...unmapped, ...risks, ...quiz];
}
