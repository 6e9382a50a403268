// A dossier as its leaves: every place with what stands there, `purposes.P-1.statement` among them, and under the name of each list the
// ids of its rows in order. Writing, comparing and merging are then one thing for all places.
import { fieldsOf, listSections, type ListSection, type TextSection } from './fields.js';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** '' or null: nothing there. */
export type Leaves = Readonly<Record<string, Json>>;

/** An answer as it is written: a value or a gap, or, while somebody is at it, neither. */
export type Answered = {
  value: Json;
  gap: string | null;
  evidence: string[];
};

type Row = Readonly<Record<string, unknown>> & { id: string };

/** As much of a dossier of the API as leaves are made of. */
export type DossierRead = {
  facts: unknown;
  answers: readonly { questionId: string; value: unknown; gap: string | null; evidence: readonly string[] }[];
} & Readonly<Record<Exclude<TextSection, 'title'>, string | null>> &
  Readonly<Record<ListSection, readonly Row[]>>;

export const place = (list: ListSection, id: string, field: string): string => `${list}.${id}.${field}`;
export const factPlace = (fact: string): string => `facts.${fact}`;
export const answerPlace = (questionId: string): string => `answers.${questionId}`;

export function leavesOf(title: string, dossier: DossierRead): Leaves {
  const leaves: Record<string, Json> = { title };
  for (const section of ['summary', 'retention', 'transferRoute'] as const) leaves[section] = dossier[section] ?? '';
  for (const [fact, value] of Object.entries((dossier.facts ?? {}) as Record<string, Json>))
    leaves[factPlace(fact)] = value;
  for (const list of listSections) {
    leaves[list] = dossier[list].map(({ id }) => id);
    for (const row of dossier[list]) Object.assign(leaves, rowLeaves(list, row));
  }
  for (const { questionId, value, gap, evidence } of dossier.answers)
    leaves[answerPlace(questionId)] = { value: (value ?? null) as Json, gap, evidence: [...evidence] };
  return leaves;
}

export const emptyOf = (kind: string): Json => (kind === 'ids' ? [] : kind === 'rating' || kind === 'rung' ? null : '');

const rowLeaves = (list: ListSection, row: Row): Leaves =>
  Object.fromEntries(
    fieldsOf(list).map(([field, { kind }]) => [
      place(list, row.id, field),
      (row[field] as Json | undefined) ?? emptyOf(kind),
    ]),
  );

export const idsIn = (leaves: Leaves, list: ListSection): readonly string[] =>
  (leaves[list] as string[] | undefined) ?? [];

export const textAt = (leaves: Leaves, at: string): string => {
  const leaf = leaves[at];
  return typeof leaf === 'string' ? leaf : '';
};

/** A leaf that is no list and no answer, as it is typed. */
export const typedOf = (leaf: Json | undefined): string =>
  leaf === undefined || leaf === null || typeof leaf === 'object' ? '' : String(leaf);

export const numberAt = (leaves: Leaves, at: string): number | null => {
  const leaf = leaves[at];
  return typeof leaf === 'number' ? leaf : null;
};

export const answerAt = (leaves: Leaves, questionId: string): Answered =>
  (leaves[answerPlace(questionId)] as Answered | undefined) ?? { value: null, gap: null, evidence: [] };

/** Nothing, '', null and an empty list are the same nothing; the order of an object's keys says nothing. */
export const isSame = (a: Json | undefined, b: Json | undefined): boolean => canonical(a) === canonical(b);

function canonical(leaf: Json | undefined): string {
  if (leaf === undefined || leaf === '' || (Array.isArray(leaf) && leaf.length === 0)) return 'null';
  return JSON.stringify(leaf, (_, value: Json) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** Without the fields of rows that are in no list: rows that were taken out, or that cannot be saved yet. */
export function withoutStrays(leaves: Leaves): Leaves {
  const rows = listSections.flatMap(list => idsIn(leaves, list).map(id => `${list}.${id}.`));
  const isOfRow = (at: string) => listSections.some(list => at.startsWith(`${list}.`));
  return Object.fromEntries(
    Object.entries(leaves).filter(([at]) => !isOfRow(at) || rows.some(row => at.startsWith(row))),
  );
}

/** The places where two differ. */
export const changedPlaces = (before: Leaves, after: Leaves): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(at => !isSame(before[at], after[at]));

/** The section of a place: `purposes`, `facts`, `answers`, `summary` … */
export const sectionOfPlace = (at: string): string => at.split('.', 1)[0] ?? '';
