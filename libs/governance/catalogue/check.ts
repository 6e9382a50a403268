// Is this content a catalogue? Every fault at once, each with its JSON path: bad content stops the start, not a reader.
import { mismatchedMappings, missingMappings, unknownCodes } from './reference-check.js';
import { catalogueSchema, type CatalogueContent, type Question } from './schema.js';

export type CatalogueCheck = { content: CatalogueContent } | { faults: string[] };

/** Checks shape, then references: duplicate ids, facts that do not exist, codes that nothing explains, missing mappings. */
export function checkCatalogue(candidate: unknown): CatalogueCheck {
  const { data, error } = catalogueSchema.safeParse(candidate);
  const shape = (error?.issues ?? []).map(issue => `${issue.path.join('.') || '(root)'}: ${issue.message}`);
  // A key too many leaves the rest readable; anything else missing or wrong has to be put right first.
  const isReadable = (error?.issues ?? []).every(({ code }) => code === 'unrecognized_keys');
  const faults = [...shape, ...(isReadable ? referenceFaults(data ?? (candidate as CatalogueContent)) : [])];
  return data && faults.length === 0 ? { content: data } : { faults };
}

const referenceFaults = (content: CatalogueContent): string[] =>
  [duplicateIds, brokenReferences, lastRuleFaults, unknownCodes, mismatchedMappings, missingMappings].flatMap(check =>
    check(content),
  );

function* eachQuestion(content: CatalogueContent): Generator<[path: string, question: Question]> {
  for (const [set, questions] of Object.entries(content.questions)) {
    for (const [index, question] of questions.entries()) yield [`questions.${set}.${index}`, question];
  }
}

function duplicateIds(content: CatalogueContent): string[] {
  const seen = new Map<string, string>();
  const faults: string[] = [];
  for (const [path, { id }] of eachQuestion(content)) {
    const first = seen.get(id);
    if (first) faults.push(`${path}.id: ${id} stands at ${first} already`);
    else seen.set(id, path);
  }
  return faults;
}

function brokenReferences(content: CatalogueContent): string[] {
  const faults: string[] = [];
  const known = (path: string, fact: string): void => {
    if (!Object.hasOwn(content.facts, fact)) faults.push(`${path}: there is no fact ${fact}`);
  };
  for (const [path, { answer, appliesWhen = [] }] of eachQuestion(content)) {
    appliesWhen.forEach((when, index) => known(`${path}.appliesWhen.${index}.fact`, when.fact));
    for (const option of answer.failsOn ?? []) {
      if (!answer.options?.includes(option)) faults.push(`${path}.answer.failsOn: ${option} is not one of the options`);
    }
  }
  content.tierRules.forEach((rule, index) => {
    for (const test of [...rule.all, ...(rule.any ?? [])]) known(`tierRules.${index}`, test.fact);
  });
  return faults;
}

function lastRuleFaults({ tierRules }: CatalogueContent): string[] {
  const last = tierRules.at(-1);
  return last && last.all.length === 0 && !last.any
    ? []
    : [`tierRules.${tierRules.length - 1}: the last rule must hold for every proposal`];
}
