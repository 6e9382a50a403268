// What the parts of a review share: the proposal as it was asked for, what its places are called, and who is looking.
import { createContext, use, useState, type ReactNode } from 'react';
import type { ResultOf } from '../gql/graphql.js';
import { useSession } from '../app/session.js';
import { useProposal } from '../app/proposal-frame.js';
import { namesOf, withFormer, type Names } from './place-names.js';
import type { Concern } from './concern.query.js';
import type { Comment, Reviewed, reviewQuery } from './review.query.js';

export type Spoken = (Comment & { kind: 'comment' }) | (Concern & { kind: 'concern' });

export interface Review {
  proposal: Reviewed;
  reference: string;
  names: Names;
  /** The id of the viewer. */
  me: string;
  /** The revision of my last review when I came here: what I say now makes nothing go from under my eyes. */
  lastReview: number | null;
  /** Concerns and comments, oldest first. */
  said: Spoken[];
  may: (command: string) => boolean;
}

const ReviewContext = createContext<Review | undefined>(undefined);

/** Only below WithReview. */
export function useReview(): Review {
  const review = use(ReviewContext);
  if (!review) throw new Error('useReview is called outside of WithReview.');
  return review;
}

interface Given {
  proposal: Reviewed;
  facts: ResultOf<typeof reviewQuery>['catalogue']['facts'];
  concerns: readonly Concern[];
  children: ReactNode;
}

export function WithReview({ proposal, facts, concerns, children }: Given) {
  const [lastReview] = useState(proposal.myLastReview);
  const { person } = useSession();
  const { reference } = useProposal();
  const { questions, dossier, availableCommands } = proposal;
  const review: Review = {
    ...{ proposal, reference, lastReview, me: person.id },
    names: namesOf({ questions, dossier, facts }),
    said: spokenIn(concerns, proposal.comments),
    may: command => availableCommands.some(each => each.command === command && each.allowed),
  };
  return <ReviewContext value={review}>{children}</ReviewContext>;
}

/** The same below, knowing also what an earlier dossier called its parts. */
export function WithFormer({ former, children }: { former: Reviewed['dossier']; children: ReactNode }) {
  const review = useReview();
  return <ReviewContext value={{ ...review, names: withFormer(review.names, former) }}>{children}</ReviewContext>;
}

function spokenIn(concerns: readonly Concern[], comments: readonly Comment[]): Spoken[] {
  const all: Spoken[] = [
    ...concerns.map(concern => ({ ...concern, kind: 'concern' as const })),
    ...comments.map(comment => ({ ...comment, kind: 'comment' as const })),
  ];
  const at = (each: Spoken) => (each.kind === 'concern' ? each.raisedAt : each.at);
  return all.toSorted((one, other) => at(one).localeCompare(at(other)));
}
