// What a place of the dossier is called, for people: “Retention”, “Purpose P-1: Find out …”, “PM-1: Purpose in plain words”.
import { isMadeId } from '../words/made-id.js';
import { sectionName } from '../words/places.js';
import { placeKey } from './changed-places.js';
import { elementWords, fieldWords } from './words.js';

export interface Names {
  /** Titles of questions and facts, and the first words of elements, by place. */
  titles: ReadonlyMap<string, string>;
}

interface Named {
  questions: readonly { question: { id: string; title: string } }[];
  facts: readonly { key: string; title: string }[];
  dossier: {
    purposes: readonly { id: string; statement: string }[];
    dataItems: readonly { id: string; name: string }[];
    recipients: readonly { id: string; name: string }[];
    alternatives: readonly { id: string; description: string }[];
    risks: readonly { id: string; title: string }[];
  };
}

export function namesOf({ questions, facts, dossier }: Named): Names {
  const titles = elementTitles(dossier);
  for (const { question } of questions) titles.set(`answers.${question.id}`, question.title);
  for (const { key, title } of facts) titles.set(`facts.${key}`, title);
  return { titles };
}

/** With what an earlier dossier held and this one does not any more. */
export const withFormer = ({ titles }: Names, former: Named['dossier']): Names => ({
  titles: new Map([...elementTitles(former), ...titles]),
});

function elementTitles(dossier: Named['dossier']): Map<string, string> {
  const titles = new Map<string, string>();
  for (const { id, statement } of dossier.purposes) titles.set(`purposes.${id}`, statement);
  for (const { id, name } of dossier.dataItems) titles.set(`dataItems.${id}`, name);
  for (const { id, name } of dossier.recipients) titles.set(`recipients.${id}`, name);
  for (const { id, description } of dossier.alternatives) titles.set(`alternatives.${id}`, description);
  for (const { id, title } of dossier.risks) titles.set(`risks.${id}`, title);
  return titles;
}

const MOST = 60;
const short = (text: string): string =>
  text.length <= MOST ? text : `${text.slice(0, MOST).replace(/\s+\S*$/, '')} …`;

/** `place` as changes, concerns and stale sign-offs name it. One that is not known is said as it is. */
export function placeName(place: string, { titles }: Names): string {
  const key = placeKey(place);
  const [section = '', id] = key.split('.');
  if (id === undefined) return sectionName(section);
  const title = titles.get(key);
  if (section === 'facts' && title) return title;
  if (section === 'answers') return title ? `${id}: ${title}` : id;
  const element = elementWords[section as keyof typeof elementWords];
  if (!element) return place;
  const called = isMadeId(id) ? element : `${element} ${id}`;
  return title ? `${called}: ${short(title)}` : called;
}

/** A field of a place; those of an answer may be purposes. */
export const fieldName = (field: string, names: Names): string => {
  const known = fieldWords[field as keyof typeof fieldWords];
  if (known) return known;
  if (names.titles.has(`purposes.${field}`)) return placeName(`purposes.${field}`, names);
  const spaced = field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};
