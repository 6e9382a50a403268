// What a place is called, for people: “Purpose P-1, what the data are for”, “PM-2 Decisions and actions it feeds”.
import { excerpt } from '../progress/excerpt.js';
import { isMadeId } from '../words/made-id.js';
import { fieldWords, listWords, partsWords } from './parts.words.js';
import { lists, type ListSection } from './fields.js';

interface Titled {
  question: { id: string; title: string };
}

export function labelOf(
  at: string,
  questions: readonly Titled[],
  facts: readonly { key: string; title: string }[] = [],
) {
  const [section = '', rest = ''] = at.split(/\.(.*)/s);
  if (section === 'answers') {
    const title = questions.find(({ question }) => question.id === rest)?.question.title;
    return title ? `${rest} ${title}` : rest;
  }
  if (section === 'facts') return facts.find(({ key }) => key === rest)?.title ?? rest;
  if (section in lists) return rowLabel(section as ListSection, rest);
  return section in partsWords ? String(partsWords[section as 'title']) : at;
}

/** A row by its id, or by its first words where the id was made and says nothing. */
export function rowName(list: ListSection, id: string, words = ''): string {
  const { one } = listWords[list];
  if (!isMadeId(id)) return `${one} ${id}`;
  return words.trim() === '' ? one : `${one}: ${excerpt(words)}`;
}

function rowLabel(list: ListSection, rest: string): string {
  if (rest === '') return listWords[list].one;
  // The id may hold dots; the field never does.
  const field = rest.slice(rest.lastIndexOf('.') + 1);
  const known = fieldWords[list][field];
  const id = known ? rest.slice(0, -field.length - 1) : rest;
  const row = rowName(list, id);
  return known ? `${row}, ${known.label.charAt(0).toLowerCase()}${known.label.slice(1)}` : row;
}
