// Reading proposals: one, the list, as it once stood, and what a revision would change.
import { Args, Context, ID, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { readingOf, type Reading } from '#governance';
import { countProposals, findProposal, listProposals, rebuildProposal } from '#store';
import { pageSize } from '../graphql/page-size.js';
import { selects } from '../graphql/selects.js';
import { actorOf, type RequestContext } from '../identity/context.js';
import { connectionOf, readPage } from '../ledger/connection.js';
import { ProposalConnection } from '../schema/connections.js';
import { ProposalsArgs, type ProposalFilter } from '../schema/page-args.js';
import { Proposal } from '../schema/proposal.js';
import { DateTimeScalar } from '../schema/scalars.js';
import { withErasedWords } from './erased-words.js';
import { proposalView } from './proposal-view.js';

/** Whoever has become the author since does not see in the past what is hidden from them today. */
function asToday(then: Reading, { proposal: today }: Reading): Reading {
  const concerns = then.proposal.concerns.filter(({ id }) => today.concerns.some(concern => concern.id === id));
  return { ...then, proposal: { ...then.proposal, concerns } };
}

/** What a proposal in a list can only answer with its dossier at hand. */
const onDossiers = ['dossier', 'availableCommands'];

@Resolver(() => ProposalConnection)
export class ProposalQueryResolver {
  @Query(() => Proposal, { nullable: true })
  async proposal(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext) {
    const seen = await findProposal(context.dataSource, actorOf(context), id);
    return seen ? proposalView(seen) : null;
  }

  @Query(() => ProposalConnection)
  async proposals(
    @Args() { filter, first, after }: ProposalsArgs,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = { first: pageSize(first, 20), after, withDossiers: selects(info, onDossiers) };
    const seen = await readPage(() => listProposals(context.dataSource, actorOf(context), filter ?? {}, page));
    return { ...connectionOf(seen, proposalView, after), filter };
  }

  /** Counted only when it is asked for. */
  @ResolveField()
  totalCount(@Parent() { filter }: { filter?: ProposalFilter | null }, @Context() context: RequestContext) {
    return countProposals(context.dataSource, actorOf(context), filter ?? {});
  }

  /** As it stood after that entry or at that moment, to those who may read it today, under today's rules. */
  @Query(() => Proposal, { nullable: true })
  async proposalAsOf(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext,
    @Args('at', { type: () => DateTimeScalar, nullable: true }) at?: string,
    @Args('sequence', { type: () => Int, nullable: true }) sequence?: number,
  ) {
    const actor = actorOf(context);
    const today = await findProposal(context.dataSource, actor, id);
    const rebuilt = today && (await rebuildProposal(context.dataSource, today.proposal.id, { at, sequence }));
    const proposal = rebuilt && withErasedWords(rebuilt);
    const reading = proposal && readingOf(actor, proposal);
    return reading
      ? proposalView({ number: today.number, proposal, reading: asToday(reading, today.reading), isPast: true })
      : null;
  }
}
