// What differs between two revisions, place by place and field by field, in the order in which a dossier is read.
import { placesOf, type Fields, type ShownDossier, type Value } from './place-values.js';

export type PlaceKind = 'added' | 'changed' | 'removed' | 'same';

export interface FieldChange {
  name: string;
  before?: Value;
  after?: Value;
}

export interface ReviewedPlace {
  /** Such as `purposes.P-1`, `answers.PM-1`, `retention`. */
  place: string;
  kind: PlaceKind;
  /** Of one that changed: the fields that did. Else all. */
  fields: FieldChange[];
}

export function changedPlaces(before: ShownDossier, after: ShownDossier): ReviewedPlace[] {
  const [then, now] = [placesOf(before), placesOf(after)];
  const kept = [...now].map(([place, fields]) => compared(place, then.get(place), fields));
  const gone = [...then].filter(([place]) => !now.has(place)).map(([place, fields]) => compared(place, fields));
  return inOrder([...kept, ...gone].filter(({ kind }) => kind !== 'same'));
}

/** The dossier as it stands, nothing compared. */
export const wholeDossier = (dossier: ShownDossier): ReviewedPlace[] =>
  [...placesOf(dossier)].map(([place, fields]) => ({ place, kind: 'same', fields: fieldChanges(fields, fields) }));

function compared(place: string, before?: Fields, after?: Fields): ReviewedPlace {
  const fields = fieldChanges(before, after);
  const changed = fields.filter(each => !isSame(each.before, each.after));
  if (!before) return { place, kind: 'added', fields };
  if (!after) return { place, kind: 'removed', fields };
  return changed.length > 0 ? { place, kind: 'changed', fields: changed } : { place, kind: 'same', fields };
}

function fieldChanges(before?: Fields, after?: Fields): FieldChange[] {
  const names = new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])]);
  return [...names].map(name => ({ name, before: before?.get(name), after: after?.get(name) }));
}

const isSame = (one?: Value, other?: Value): boolean => JSON.stringify(one) === JSON.stringify(other);

const sections = 'title summary facts purposes dataItems recipients alternatives risks retention transferRoute answers';

/** What was taken out stands with its section; sorting keeps the order within. */
function inOrder(places: ReviewedPlace[]): ReviewedPlace[] {
  const order = sections.split(' ');
  const rank = ({ place }: ReviewedPlace) => order.indexOf(place.split('.')[0]!);
  return places.toSorted((one, other) => rank(one) - rank(other));
}

/** Is a place, or something in it, among these? `purposes` holds `purposes.P-1`; `PM-1` is `answers.PM-1`. */
export const isWithin = (place: string, paths: readonly string[]): boolean =>
  paths.some(path => {
    const [inner, outer] = [placeKey(place), placeKey(path)];
    return inner === outer || inner.startsWith(`${outer}.`);
  });

/** A place as changes name it: a question's id stands for its answer, and a field of an element for the element. */
export function placeKey(place: string): string {
  if (/^[A-Z]{2,3}-\d+$/.test(place)) return `answers.${place}`;
  return place.split('.').slice(0, 2).join('.');
}
