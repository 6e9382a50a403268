// Which concerns and comments belong to which place. What was said is never lost: where its place is gone, or was none, it is kept
// apart and counted.
import { placeKey } from './changed-places.js';

interface AboutPlace {
  place: string;
  isPlaceGone: boolean;
}

export interface Said {
  aboutPlaces: readonly AboutPlace[];
}

const keysOf = ({ aboutPlaces }: Said): string[] =>
  aboutPlaces.filter(({ isPlaceGone }) => !isPlaceGone).map(({ place }) => placeKey(place));

export const saidAt = <S extends Said>(said: readonly S[], place: string): S[] =>
  said.filter(each => keysOf(each).includes(place));

export interface Sorted<S> {
  /** By place, as changes name it. */
  atPlaces: { place: string; said: S[] }[];
  /** About no place in particular. */
  general: S[];
  /** All of its places are gone. */
  onEarlierVersion: S[];
}

export function sortedByPlace<S extends Said>(said: readonly S[]): Sorted<S> {
  const places = [...new Set(said.flatMap(keysOf))];
  return {
    atPlaces: places.map(place => ({ place, said: saidAt(said, place) })),
    general: said.filter(({ aboutPlaces }) => aboutPlaces.length === 0),
    onEarlierVersion: said.filter(each => each.aboutPlaces.length > 0 && keysOf(each).length === 0),
  };
}
