// Reading proposals: one, the list, as it once stood, and what a revision would change.
import { Args, Context, ID, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  countProposals,
  findProposal,
  findProposalAsOf,
  findProposalByReference,
  listPortfolioAsOf,
  listProposals,
  type Page,
  type ProposalSeen,
} from '#store';
import { pageSize } from '../graphql/page-size.js';
import { selects } from '../graphql/selects.js';
import { actorOf, type RequestContext } from '../identity/context.js';
import { connectionOf, readPage } from '../ledger/connection.js';
import { PortfolioConnection, ProposalConnection } from '../schema/connections.js';
import { PortfolioArgs, ProposalsArgs, type ProposalFilter } from '../schema/page-args.js';
import { Proposal } from '../schema/proposal.js';
import { DateTimeScalar } from '../schema/scalars.js';
import { onDossiers } from './on-dossiers.js';
import { pastView } from './past-view.js';
import { proposalView } from './proposal-view.js';

const idsOf = ({ items }: Page<ProposalSeen>): string[] => items.map(({ item }) => item.proposal.id);

@Resolver(() => ProposalConnection)
export class ProposalQueryResolver {
  @Query(() => Proposal, { nullable: true })
  async proposal(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext) {
    const seen = await findProposal(context.dataSource, actorOf(context), id);
    context.notes.note('proposal', { id }, seen ? [seen.proposal.id] : []);
    return seen ? proposalView(seen) : null;
  }

  @Query(() => Proposal, {
    nullable: true,
    description: 'By what people call it, such as DSP-0042; null where there is none, or none that you may read.',
  })
  async proposalByReference(@Args('reference') reference: string, @Context() context: RequestContext) {
    const seen = await findProposalByReference(context.dataSource, actorOf(context), reference);
    context.notes.note('proposalByReference', { reference }, seen ? [seen.proposal.id] : []);
    return seen ? proposalView(seen) : null;
  }

  @Query(() => ProposalConnection)
  async proposals(
    @Args() { filter, sort, first, after }: ProposalsArgs,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = {
      first: pageSize(first, 20),
      after,
      sort: sort ?? 'UPDATED',
      withDossiers: selects(info, onDossiers),
    };
    const seen = await readPage(() => listProposals(context.dataSource, actorOf(context), filter ?? {}, page));
    context.notes.note('proposals', { filter, sort, first, after }, idsOf(seen));
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
    const then = await findProposalAsOf(context.dataSource, actorOf(context), id, { at, sequence });
    context.notes.note('proposalAsOf', { id, at, sequence }, then ? [then.proposal.id] : []);
    return then ? pastView(then, { at, sequence }) : null;
  }

  @Query(() => PortfolioConnection, {
    description: 'The proposals there were at that moment, as they stood then, those begun last first.',
  })
  async portfolioAsOf(@Args() { at, filter, first, after }: PortfolioArgs, @Context() context: RequestContext) {
    const page = { first: pageSize(first, 20), after };
    const then = await readPage(() => listPortfolioAsOf(context.dataSource, actorOf(context), at, filter ?? {}, page));
    context.notes.note('portfolioAsOf', { at, filter, first, after }, idsOf(then));
    return connectionOf(then, seen => pastView(seen, { at }), after);
  }
}
