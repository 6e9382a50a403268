// A proposal as it stood in one of its revisions, taken from the states that it went through.
import { lastReviewBy, readingOfPast, revisionsOf } from '#governance';
import { actorOf, type RequestContext } from '../identity/context.js';
import { happeningsOf } from './happenings-of.js';
import type { SeenProposal } from './proposal-view.js';

/** As it last stood in this revision; undefined where it never was in it, or could not be read by this person then. */
export async function atRevision(
  { number, proposal, reading: today }: SeenProposal,
  revision: number,
  context: RequestContext,
): Promise<SeenProposal | undefined> {
  const past = await context.loaders.pasts.load(proposal.id);
  const place = past.findLastIndex(
    then => then.revision === revision && then.version <= proposal.version && then.updatedAt <= proposal.updatedAt,
  );
  const then = past[place];
  const reading = then && readingOfPast(actorOf(context), then, today);
  return reading && { number, proposal: then, reading, until: { sequence: place + 1 } };
}

/** The revision against which a reviewer reads: the one that they last reviewed, or else the first that they may read. */
export async function revisionToCompare(seen: SeenProposal, context: RequestContext): Promise<number | undefined> {
  const happenings = await happeningsOf(seen, context.loaders.happenings);
  return lastReviewBy(happenings, actorOf(context).personId) ?? revisionsOf(happenings, seen.reading)[0]?.revision;
}
