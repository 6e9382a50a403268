// The revisions of a dossier: who saved which when, what was changed, and on which of them somebody last said something.
import type { By } from '../proposal/proposal.js';
import { readsPlace, type Reading } from '../reading.js';
import { happeningsOf, type Happening } from './happenings.js';

export interface Revision {
  revision: number;
  at: string;
  by: By;
  /** Empty for the first. */
  changedPaths: string[];
  /** It was sent to review as it is; those between two such are steps of its author. */
  isSubmitted: boolean;
}

const changedBy = ({ event }: Happening): string[] | undefined => {
  switch (event.type) {
    case 'ProposalDrafted':
    case 'UrgentDisclosureRecorded':
      return [];
    case 'ProposalRevised':
      return event.changedPaths;
    case 'AlternativeProposed':
      return [`alternatives.${event.alternative.id}`];
    default:
      return undefined;
  }
};

/** Oldest first. To partners a proposal begins with the revision that was first submitted, and says nothing of what they do not read. */
export function revisionsOf(happenings: readonly Happening[], reading: Reading): Revision[] {
  const submitted = new Set(happeningsOf(happenings, 'ProposalSubmitted').map(({ revision }) => revision));
  const saved = happenings.flatMap((happening): Revision[] => {
    const paths = changedBy(happening);
    const { revision, event } = happening;
    if (!paths) return [];
    return [{ revision, at: event.at, by: event.by, changedPaths: paths, isSubmitted: submitted.has(revision) }];
  });
  if (reading.extent === 'whole') return saved;
  const first = Math.min(...submitted);
  return saved
    .filter(({ revision }) => revision >= first)
    .map((each, index) => ({
      ...each,
      changedPaths: index === 0 ? [] : each.changedPaths.filter(path => readsPlace(reading, path)),
    }));
}

const reviewing = ['SignOffGiven', 'DecisionRecorded', 'CommentMade', 'ConcernRaised'] as const;

/** The latest revision on which this person signed, decided, commented or raised a concern. */
export const lastReviewBy = (happenings: readonly Happening[], personId: string): number | undefined =>
  happeningsOf(happenings, ...reviewing).findLast(({ event }) => event.by.personId === personId)?.revision;

/** The revision that stood when this concern or comment was made. */
export const revisionWhenSaid = (happenings: readonly Happening[], id: string): number | undefined =>
  happeningsOf(happenings, 'ConcernRaised', 'CommentMade').find(
    ({ event }) => ('concernId' in event ? event.concernId : event.commentId) === id,
  )?.revision;
