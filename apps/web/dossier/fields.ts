// What a dossier consists of: single texts, and lists whose rows have an id and these fields. Everything that reads or writes a dossier
// here goes by this table.

/** `line` is one line, `text` several; `rung` is 0 to 7, `rating` 1 to 5; `ids` name rows of another list. */
export type FieldKind = 'line' | 'text' | 'identifiability' | 'rung' | 'rating' | 'ids';

export interface FieldOf {
  kind: FieldKind;
  /** A row without it cannot be saved. */
  isRequired?: true;
  /** A line that is often a long one: all of it is to be seen. */
  isLong?: true;
}

const must = (kind: FieldKind): FieldOf => ({ kind, isRequired: true });
const may = (kind: FieldKind): FieldOf => ({ kind });
const long = (field: FieldOf): FieldOf => ({ ...field, isLong: true });

export const textSections = ['title', 'summary', 'retention', 'transferRoute'] as const;
export type TextSection = (typeof textSections)[number];

export const lists = {
  purposes: { statement: must('text'), benefit: may('text'), authority: may('text'), excludedUses: may('text') },
  dataItems: {
    ...{ name: long(must('line')), about: must('text'), identifiability: must('identifiability') },
    ...{ purposeIds: may('ids'), necessity: may('text'), sensitivity: may('text') },
  },
  recipients: { name: long(must('line')), kind: may('line'), country: may('line') },
  alternatives: { rung: must('rung'), description: must('text'), whyNot: may('text'), proposedBy: long(may('line')) },
  risks: {
    ...{ title: long(must('line')), likelihood: must('rating'), consequence: must('rating'), mitigation: may('text') },
    ...{ owner: may('line'), residualLikelihood: may('rating'), residualConsequence: may('rating') },
  },
} as const satisfies Record<string, Record<string, FieldOf>>;

export type ListSection = keyof typeof lists;
export const listSections = Object.keys(lists) as ListSection[];

export const fieldsOf = (list: ListSection): [field: string, kind: FieldOf][] => Object.entries(lists[list]);

/** The letter before the number of a new row: P-1, D-1 … */
const letters: Record<ListSection, string> = {
  ...{ purposes: 'P', dataItems: 'D', recipients: 'R', alternatives: 'A', risks: 'K' },
};

/** An id that no row has or had here: the next number after the highest. */
export function nextId(list: ListSection, taken: readonly string[]): string {
  const letter = letters[list];
  const numbers = taken.map(id => Number(new RegExp(`^${letter}-(\\d+)$`).exec(id)?.[1] ?? 0));
  return `${letter}-${Math.max(0, ...numbers) + 1}`;
}

export const identifiabilities = ['aggregate', 'de_identified', 'pseudonymous', 'identified'] as const;

/** Longest texts, in UTF-16 code units, as the api takes them. */
export const lengths = { line: 500, text: 20_000 } as const;
