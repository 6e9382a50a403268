// Which places a reviewer has ticked as viewed. Kept in this browser: a help for oneself, and nothing that anybody else relies on.
import { isWithin } from './changed-places.js';

/** By place, the revision up to which it was viewed. */
export type Viewed = Readonly<Record<string, number>>;

interface Saved {
  revision: number;
  changedPaths: readonly string[];
}

/** A tick falls when the place changes in a later revision. */
export const isViewed = (viewed: Viewed, place: string, revisions: readonly Saved[]): boolean => {
  const upTo = viewed[place];
  if (upTo === undefined) return false;
  return !revisions.some(({ revision, changedPaths }) => revision > upTo && isWithin(place, changedPaths));
};

export const ticked = (viewed: Viewed, place: string, revision: number | undefined): Viewed => {
  const { [place]: _, ...others } = viewed;
  return revision === undefined ? others : { ...others, [place]: revision };
};
