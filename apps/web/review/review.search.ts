// What the address of a review says: which part is looked at, between which revisions, and which sign-off is being given.
import { oneIn, textIn, type RawSearch } from '../app/search-params.js';

export const reviewViews = ['changes', 'questions', 'said'] as const;
export type ReviewView = (typeof reviewViews)[number];

export interface ReviewSearch {
  /** Which part of the screen; the changes unless given. */
  view?: ReviewView;
  /** Changes since this revision, or `whole`; since my last review unless given. */
  since?: string;
  /** Up to this revision; the latest unless given. */
  until?: string;
  /** The key of the sign-off whose questions are shown. */
  set?: string;
  /** The key of the sign-off that is being given. */
  sign?: string;
}

const revisionIn = (value: unknown): string | undefined => {
  const text = textIn(value);
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? text : undefined;
};

export const reviewSearch = (raw: RawSearch): ReviewSearch => ({
  view: oneIn(raw['view'], reviewViews),
  since: oneIn(raw['since'], ['whole']) ?? revisionIn(raw['since']),
  until: revisionIn(raw['until']),
  set: textIn(raw['set']),
  sign: textIn(raw['sign']),
});
