// The change of a dossier as the api takes it: only what differs from what is saved. A list is sent whole.
import type { Of } from '../gql/graphql.js';
import { fieldsOf, listSections, textSections, type ListSection } from './fields.js';
import { answerAt, changedPlaces, idsIn, place, sectionOfPlace, textAt, type Json, type Leaves } from './leaves.js';

export type DossierInput = Of<'DossierInput'>;

export interface Change {
  title?: string;
  dossier: DossierInput;
}

/** Undefined where nothing differs. `sent` holds only what can be saved. */
export function changeOf(base: Leaves, sent: Leaves): Change | undefined {
  const places = changedPlaces(base, sent);
  if (places.length === 0) return undefined;
  const sections = new Set(places.map(sectionOfPlace));
  const dossier: Record<string, unknown> = {};
  for (const text of textSections) if (text !== 'title' && sections.has(text)) dossier[text] = sent[text] ?? '';
  if (sections.has('facts')) dossier['facts'] = factsIn(sent);
  for (const list of listSections) if (sections.has(list)) dossier[list] = rowsIn(sent, list);
  const answers = places.filter(at => at.startsWith('answers.')).map(at => answerIn(sent, at.slice('answers.'.length)));
  if (answers.length > 0) dossier['answers'] = answers;
  return { ...(sections.has('title') && { title: textAt(sent, 'title') }), dossier: dossier };
}

/** Without what was left empty: an absent fact is false, or unknown. */
export const factsIn = (leaves: Leaves): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(leaves).flatMap(([at, value]) =>
      at.startsWith('facts.') && value !== null && value !== '' ? [[at.slice('facts.'.length), value]] : [],
    ),
  );

const rowsIn = (leaves: Leaves, list: ListSection): Record<string, Json>[] =>
  idsIn(leaves, list).map(id => ({
    id,
    ...Object.fromEntries(
      fieldsOf(list).flatMap(([field, { isRequired }]) => {
        const leaf = leaves[place(list, id, field)] ?? null;
        return leaf === null || (leaf === '' && !isRequired) ? [] : [[field, leaf]];
      }),
    ),
  }));

function answerIn(leaves: Leaves, questionId: string) {
  const { value, gap, evidence } = answerAt(leaves, questionId);
  return { questionId, evidence, ...(gap === null ? { value } : { gap }) };
}
