// Which sections of a whole dossier are as they were when I last reviewed it: they are folded, for I have judged them.
import { isWithin, type ReviewedPlace } from './changed-places.js';

interface Saved {
  revision: number;
  changedPaths: readonly string[];
}

export function isUnchanged(
  places: readonly Pick<ReviewedPlace, 'place'>[],
  revisions: readonly Saved[],
  lastReview: number | null,
): boolean {
  if (lastReview === null) return false;
  const since = revisions.filter(({ revision }) => revision > lastReview).flatMap(({ changedPaths }) => changedPaths);
  return !places.some(({ place }) => isWithin(place, since));
}
