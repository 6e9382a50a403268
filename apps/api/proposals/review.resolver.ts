// What a reviewer reads beside the dossier: its revisions, an earlier one, on which they last acted, and the places people wrote about.
import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { lastReviewBy, revisionsOf, revisionWhenSaid } from '#governance';
import { actorOf, type RequestContext } from '../identity/context.js';
import { personRef } from '../identity/person-ref.js';
import { Comment } from '../schema/comment.js';
import { Concern } from '../schema/concern.js';
import { Proposal } from '../schema/proposal.js';
import { AboutPlace } from '../schema/review.js';
import { aboutPlaces } from './about-places.js';
import { atRevision, revisionToCompare } from './at-revision.js';
import { happeningsOf } from './happenings-of.js';
import { proposalView, type ProposalView, type SeenProposal } from './proposal-view.js';

@Resolver(() => Proposal)
export class ReviewResolver {
  @ResolveField()
  async revisions(@Parent() { seen }: ProposalView, @Context() { loaders }: RequestContext) {
    const revisions = revisionsOf(await happeningsOf(seen, loaders.happenings), seen.reading);
    return revisions.map(({ by, ...revision }) => ({ ...revision, by: personRef(by, seen.reading.knows(by)) }));
  }

  @ResolveField()
  async myLastReview(@Parent() { seen }: ProposalView, @Context() context: RequestContext): Promise<number | null> {
    const happenings = await happeningsOf(seen, context.loaders.happenings);
    return lastReviewBy(happenings, actorOf(context).personId) ?? null;
  }

  @ResolveField(() => Proposal, {
    nullable: true,
    description:
      'As it last stood in that revision. Left out: in the one that you last reviewed, or else in the first that you may read.',
  })
  async atRevision(
    @Parent() { seen }: ProposalView,
    @Context() context: RequestContext,
    @Args('revision', { type: () => Int, nullable: true }) asked?: number | null,
  ): Promise<ProposalView | null> {
    const revision = asked ?? (await revisionToCompare(seen, context));
    const then = revision === undefined ? undefined : await atRevision(seen, revision, context);
    return then ? proposalView(then) : null;
  }
}

/** A concern or a comment: something that somebody said about places of the dossier. */
interface Said {
  id: string;
  about: string[];
  seen: SeenProposal;
}

/** Throws where no entry says it: what is in a proposal came from its history. */
async function revisionOf({ id, seen }: Said, { loaders }: RequestContext): Promise<number> {
  const revision = revisionWhenSaid(await loaders.happenings.load(seen.proposal.id), id);
  if (revision === undefined) throw new Error(`${id} is in proposal ${seen.proposal.id} and not in its history.`);
  return revision;
}

@Resolver(() => Concern)
export class ConcernPlacesResolver {
  @ResolveField()
  onRevision(@Parent() concern: Said, @Context() context: RequestContext): Promise<number> {
    return revisionOf(concern, context);
  }

  @ResolveField()
  async aboutPlaces(@Parent() concern: Said, @Context() context: RequestContext): Promise<AboutPlace[]> {
    return aboutPlaces(concern.about, concern.seen, await revisionOf(concern, context), context);
  }
}

@Resolver(() => Comment)
export class CommentPlacesResolver {
  @ResolveField()
  onRevision(@Parent() comment: Said, @Context() context: RequestContext): Promise<number> {
    return revisionOf(comment, context);
  }

  @ResolveField()
  async aboutPlaces(@Parent() comment: Said, @Context() context: RequestContext): Promise<AboutPlace[]> {
    return aboutPlaces(comment.about, comment.seen, await revisionOf(comment, context), context);
  }
}
