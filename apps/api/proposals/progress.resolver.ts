// Where a proposal is on its way.
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { catalogueFor, progressOf, visitsOf } from '#governance';
import { stateInWords, wayInWords } from '#messages';
import type { RequestContext } from '../identity/context.js';
import { Progress } from '../schema/progress.js';
import { Proposal } from '../schema/proposal.js';
import { blockerViews } from './blocker-view.js';
import type { ProposalView, SeenProposal } from './proposal-view.js';

@Resolver(() => Proposal)
export class ProgressResolver {
  @ResolveField()
  async progress(@Parent() { seen }: ProposalView, @Context() { loaders }: RequestContext): Promise<Progress> {
    const { proposal, until } = seen;
    const past = await loaders.pasts.load(proposal.id);
    const then = past.filter(
      ({ version, updatedAt }) => version <= proposal.version && updatedAt <= proposal.updatedAt,
    );
    const now = until ? proposal.updatedAt : new Date().toISOString();
    const knowsHolds = seen.reading.extent === 'whole';
    const asked = { proposal, catalogue: catalogueFor(proposal), visits: visitsOf(then), now, knowsHolds };
    return progressView(progressOf(asked), seen);
  }
}

/** In the past nothing is possible any more. */
const progressView = (progress: ReturnType<typeof progressOf>, { reading, until }: SeenProposal): Progress => ({
  nodes: progress.nodes.map(({ elapsed, ...node }) => ({
    ...node,
    title: stateInWords(node.state),
    elapsedWorkingDays: elapsed ?? null,
  })),
  edges: progress.edges.map(({ blockers, possible, ...way }) => ({
    ...way,
    title: wayInWords(way),
    possible: possible && !until,
    blockers: until ? [] : blockerViews(blockers, reading),
  })),
  elapsedWorkingDays: progress.elapsed ?? null,
  pausedWorkingDays: progress.paused ?? null,
  targetWorkingDays: progress.target ?? null,
});
