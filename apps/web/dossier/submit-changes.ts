// What differs between what was submitted last and what would be submitted now, one entry for each place that people speak of.
import { changedPlaces, isSame, sectionOfPlace, type Json, type Leaves } from './leaves.js';
import { listSections } from './fields.js';

export interface Difference {
  place: string;
  before: Json | undefined;
  after: Json | undefined;
}

/** The order of rows is no difference; a row that came or went is one, not each of its fields. */
export function differences(before: Leaves, after: Leaves): Difference[] {
  const isList = (at: string) => listSections.some(list => list === at);
  const rows = listSections.flatMap(list => rowChanges(list, before, after));
  const isOfRow = (at: string) => rows.some(row => at.startsWith(`${row.place}.`));
  const places = changedPlaces(before, after).filter(at => !isList(at) && !isOfRow(at) && isThere(at, after));
  return [...rows, ...places.map(place => ({ place, before: before[place], after: after[place] }))];
}

/** A field of a row that is in no list any more is nowhere. */
const isThere = (at: string, leaves: Leaves): boolean => {
  const list = sectionOfPlace(at);
  if (!listSections.some(each => each === list)) return true;
  return ((leaves[list] as string[]) ?? []).some(id => at.startsWith(`${list}.${id}.`));
};

function rowChanges(list: string, before: Leaves, after: Leaves): Difference[] {
  const [was, is] = [before, after].map(leaves => (leaves[list] as string[] | undefined) ?? []) as [string[], string[]];
  if (isSame(was, is)) return [];
  const first = (leaves: Leaves, id: string) =>
    Object.entries(leaves).find(
      ([at, leaf]) => at.startsWith(`${list}.${id}.`) && typeof leaf === 'string' && leaf,
    )?.[1];
  return [
    ...was.filter(id => !is.includes(id)).map(id => ({ place: `${list}.${id}`, before: first(before, id), after: '' })),
    ...is.filter(id => !was.includes(id)).map(id => ({ place: `${list}.${id}`, before: '', after: first(after, id) })),
  ];
}
