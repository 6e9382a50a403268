// Where somebody was named in a comment and has not come back to it: what “You were mentioned” shows.
import type { Comment, Proposal } from '../proposal/proposal.js';
import { isOffered } from '../workflows/lifecycle.js';

/** How long a mention is shown, in days. */
export const mentionDays = 30;

/**
 * Of a proposal as this person reads it, the comments that name them, made after `since` (ISO 8601, UTC), as long as nothing is decided.
 * Whoever has commented in the same thread afterwards has seen it.
 */
export function mentionsOf(personId: string, { state, comments }: Proposal, since: string): Comment[] {
  if (!isOffered(state, 'EditComment')) return [];
  return comments.filter(
    (comment, index) =>
      comment.at > since &&
      comment.mentions?.some(mentioned => mentioned.personId === personId) &&
      !comments.slice(index + 1).some(later => later.by.personId === personId && isSameThread(later, comment)),
  );
}

/** A place has one thread, and so has the proposal as a whole. What an erased comment was about is not known any more. */
function isSameThread(one: Comment, other: Comment): boolean {
  const [places, others] = [one.about ?? [], other.about ?? []];
  if (places.length === 0 || others.length === 0) return places.length === others.length;
  return places.some(place => others.includes(place));
}
