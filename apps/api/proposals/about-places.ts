// The places that a concern or a comment is about: what stood there when it was written, and whether the place is still there.
import { textAt } from '#governance';
import type { RequestContext } from '../identity/context.js';
import type { AboutPlace } from '../schema/review.js';
import { atRevision } from './at-revision.js';
import { readable } from './erased-words.js';
import type { SeenProposal } from './proposal-view.js';

/** What is written in words of one's own names no place: it has no quote. Nothing is looked up where nothing is named. */
export async function aboutPlaces(
  about: readonly string[],
  seen: SeenProposal,
  revision: number,
  context: RequestContext,
): Promise<AboutPlace[]> {
  if (about.length === 0) return [];
  const then = revision === seen.proposal.revision ? seen : await atRevision(seen, revision, context);
  return about.map(place => {
    const quote = then && textAt(readable(then).reading.proposal, place);
    const isPlaceGone = quote !== undefined && textAt(seen.reading.proposal, place) === undefined;
    return { place, quote: quote ?? null, isPlaceGone };
  });
}
