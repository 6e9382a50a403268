// The fields of an input that hold text, and the texts that may stand in none of them.
import type { Row } from '../harness/index.js';

export const texts = {
  poisons: ['a\u0000b', 'a\u0007b', 'a\u0085b', 'a\u202eb', 'a\u2066b', 'a\ud800b', '\udfff'],
};

export interface Field {
  /** Where it is in the input. */
  path: (string | number)[];
  name: string;
  longest: number;
  /** Must not be blank. */
  needed: boolean;
  /** Does this path of a Problem name the field, or what it belongs to? */
  says(path: string): boolean;
}

const line = 500;
const text = 20_000;
const longestOf: Record<string, number> = {
  title: line,
  name: line,
  kind: line,
  country: line,
  owner: line,
  proposedBy: line,
};
const ids = /(^|\.)(id|questionId|about|purposeIds|organisationIds|overruled|.*Id|signOff)(\.\d+)?$/;
const enums = /(^|\.)(severity|disposition|outcome|finding|tier|audience|identifiability|retention|transferRoute)$/;
const blankable =
  /(^|\.)(message|note|wouldChangeIt|summary|sensitivity|necessity|benefit|authority|excludedUses|whyNot|mitigation|kind|country|proposedBy|owner|value|U-\d)$/;

/** Every text that the input holds, ids and words of lists left out. */
export function fieldsOf(input: Row, at: (string | number)[] = []): Field[] {
  return Object.entries(input).flatMap(([key, value]): Field[] => {
    const path = [...at, Array.isArray(input) ? Number(key) : key];
    if (typeof value === 'object' && value !== null) return fieldsOf(value as Row, path);
    const name = path.join('.');
    if (typeof value !== 'string' || ids.test(name) || (enums.test(name) && !name.startsWith('dossier.'))) return [];
    if (/identifiability$/.test(name)) return [];
    const own = [...path].reverse().find(step => typeof step === 'string' && step !== 'evidence') as string;
    return [
      {
        path,
        name,
        longest: longestOf[own] ?? text,
        needed: !blankable.test(name) && !/(retention|transferRoute)$/.test(name),
        says: said => said.split('.').some(step => path.includes(step)),
      },
    ];
  });
}

export function setAt(input: Row, path: (string | number)[], value: unknown): Row {
  const copy = structuredClone(input);
  const parent = path.slice(0, -1).reduce<Row>((node, step) => node[step] as Row, copy);
  parent[path.at(-1)!] = value;
  return copy;
}

/** A dossier in which every field of every section is filled. */
export const dossierFields = {
  summary: 'Counts.',
  facts: { identifiability: 'identified', sensitiveService: true },
  purposes: [
    { id: 'P-1', statement: 'Find out.', benefit: 'Less waiting.', authority: 'The Act.', excludedUses: 'None.' },
  ],
  dataItems: [
    {
      ...{ id: 'D-1', name: 'Visits', about: 'Families', identifiability: 'identified', sensitivity: 'High.' },
      ...{ purposeIds: ['P-1'], necessity: 'Needed.' },
    },
  ],
  recipients: [{ id: 'R-1', name: 'The team', kind: 'agency', country: 'NZ' }],
  alternatives: [{ id: 'A-1', description: 'Ask.', rung: 1, proposedBy: 'Us', whyNot: 'Late.' }],
  risks: [
    {
      ...{ id: 'K-1', title: 'Recognised', likelihood: 2, consequence: 3, mitigation: 'Rounding.' },
      ...{ residualLikelihood: 1, residualConsequence: 1, owner: 'Lead' },
    },
  ],
  retention: 'Two years.',
  transferRoute: 'Courier.',
  answers: [
    { questionId: 'PM-1', value: 'Because.', evidence: ['A page.'] },
    { questionId: 'PM-2', gap: 'Nothing yet.' },
  ],
};
