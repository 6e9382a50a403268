// What makes a dossier INVALID: unknown facts and questions, answers of the wrong shape, references that lead nowhere.
import { hasShape, type Catalogue } from '../../catalogue/index.js';
import type { Fault } from '../../problems.js';
import type { DossierInput } from '../dossier-shape.js';
import { listSections, type Dossier, type Json } from '../dossier.js';
import { mergeDossier } from '../merge.js';
import { isComputed } from '../requirements.js';

type Answers = NonNullable<DossierInput['answers']>;

/** By the catalogue alone: what anyone who may read the proposal is told. `before` is the dossier it is laid over. */
export const catalogueFaults = (catalogue: Catalogue, input: DossierInput, before?: Dossier): Fault[] => [
  ...Object.entries(input.facts ?? {}).flatMap(([key, value]) => factFault(catalogue, key, value)),
  ...answerFaults(catalogue, input.answers ?? [], mergeDossier(input, before)),
];

function factFault({ facts }: Catalogue, key: string, value: unknown): Fault[] {
  const path = `facts.${key.slice(0, 64)}`;
  const kind = facts.get(key);
  if (!kind) return [{ path, code: 'unknown-fact' }];
  if (value === null || value === undefined) return [];
  switch (kind.type) {
    case 'boolean':
      return typeof value === 'boolean' ? [] : [{ path, code: 'wrong-type', expected: 'true or false' }];
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= 0
        ? []
        : [{ path, code: 'wrong-type', expected: 'a whole number of 0 or more' }];
    case 'choice':
      return typeof value === 'string' && kind.options.includes(value)
        ? []
        : [{ path, code: 'not-an-option', expected: kind.options.join(', ') }];
  }
}

export function answerFaults(catalogue: Catalogue, answers: Answers, dossier: Dossier): Fault[] {
  return answers.flatMap(({ questionId, value, gap }): Fault[] => {
    const path = `answers.${questionId}`;
    const question = catalogue.questions.get(questionId);
    if (!question) return [{ path, code: 'unknown-question' }];
    if (isComputed(question)) return [{ path, code: 'computed' }];
    if (typeof gap === 'string') return [];
    const { type, options, columns } = question.answer;
    const expected = [type.replaceAll('_', ' '), options?.join(', '), columns?.join(', ')].filter(Boolean).join(': ');
    return hasShape(question, value as Json, dossier) ? [] : [{ path, code: 'wrong-shape', expected }];
  });
}

/** By the dossier as it would stand: duplicate ids, and data items that name a purpose there is not. */
export function referenceFaults(input: DossierInput, merged: Dossier): Fault[] {
  const purposeIds = new Set(merged.purposes.map(({ id }) => id));
  const dangling = merged.dataItems.flatMap(({ id, purposeIds: named }): Fault[] =>
    named.every(purposeId => purposeIds.has(purposeId))
      ? []
      : [{ path: `dataItems.${id}.purposeIds`, code: 'unknown-purpose' }],
  );
  const twice = listSections.flatMap(section =>
    duplicates(
      section,
      (input[section] ?? []).map(({ id }) => id),
    ),
  );
  return [
    ...dangling,
    ...twice,
    ...duplicates(
      'answers',
      (input.answers ?? []).map(({ questionId }) => questionId),
    ),
  ];
}

const duplicates = (section: string, ids: string[]): Fault[] =>
  [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(id => ({
    path: `${section}.${id}`,
    code: 'duplicate',
  }));
