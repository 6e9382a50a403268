// The sections in which places lie, in their order, each with its places, and those in the order in which they are asked and listed.
import type { ReviewedPlace } from './changed-places.js';
import type { Names } from './place-names.js';

export interface PlaceSection<P> {
  section: string;
  places: P[];
}

export function placeSections<P extends Pick<ReviewedPlace, 'place'>>(places: readonly P[]): PlaceSection<P>[] {
  const sections = new Map<string, P[]>();
  for (const each of places) {
    const section = each.place.split('.')[0]!;
    sections.set(section, [...(sections.get(section) ?? []), each]);
  }
  return [...sections].map(([section, own]) => ({ section, places: own }));
}

/** Within its section a place stands where its name does; one that is known no more comes last. */
export function inReadingOrder<P extends Pick<ReviewedPlace, 'place'>>(places: readonly P[], { titles }: Names): P[] {
  const known = new Map([...titles.keys()].map((place, index) => [place, index]));
  const rank = ({ place }: P) => known.get(place) ?? known.size;
  return placeSections(places).flatMap(({ places: own }) => own.toSorted((one, other) => rank(one) - rank(other)));
}
