// The fields of a proposal that take a look-up or an argument: people, organisations, concerns, history, and what can be done.
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { availableCommands, catalogueFor } from '#governance';
import { listHistory, type HistoryFilter, type Until } from '#store';
import { pageSize } from '../graphql/page-size.js';
import { actorOf, type RequestContext } from '../identity/context.js';
import { organisationOf } from '../identity/person-ref.js';
import { connectionOf, pageOfList, readPage } from '../ledger/connection.js';
import { entryView } from '../ledger/entry-view.js';
import { AvailableCommand } from '../schema/available-command.js';
import { Concern } from '../schema/concern.js';
import { ConcernConnection, LedgerEntryConnection } from '../schema/connections.js';
import { PageArgs } from '../schema/page-args.js';
import { Organisation } from '../schema/people.js';
import { Proposal } from '../schema/proposal.js';
import { blockerViews } from './blocker-view.js';
import { concernView, type ConcernView, type ProposalView } from './proposal-view.js';
import { mutationOf } from './run-command.js';

/** The past knows nothing of what happened afterwards. */
const upTo = ({ at, sequence }: Until = {}): HistoryFilter => ({
  to: at,
  ...(typeof sequence === 'number' ? { sequences: { first: 1, last: sequence } } : {}),
});

@Resolver(() => Proposal)
export class ProposalResolver {
  @ResolveField(() => Organisation)
  leadOrganisation(@Parent() { seen }: ProposalView, @Context() { loaders }: RequestContext): Promise<Organisation> {
    return organisationOf(seen.proposal.leadOrganisationId, loaders);
  }

  @ResolveField(() => [Organisation])
  partners(@Parent() { seen }: ProposalView, @Context() { loaders }: RequestContext): Promise<Organisation[]> {
    return Promise.all(seen.reading.proposal.partnerIds.map(id => organisationOf(id, loaders)));
  }

  @ResolveField(() => ConcernConnection)
  async concerns(@Parent() { seen }: ProposalView, @Args() { first, after }: PageArgs): Promise<unknown> {
    const { concerns } = seen.reading.proposal;
    const page = await readPage(() => pageOfList(concerns, pageSize(first), after));
    return { ...connectionOf(page, concern => concernView(concern, seen), after), totalCount: concerns.length };
  }

  @ResolveField(() => LedgerEntryConnection)
  async history(
    @Parent() { id, seen }: ProposalView,
    @Args() { first, after }: PageArgs,
    @Context() context: RequestContext,
  ): Promise<unknown> {
    const page = { first: pageSize(first), after };
    const filter = { proposalId: id, ...upTo(seen.until) };
    const entries = await readPage(() => listHistory(context.dataSource, actorOf(context), filter, page));
    return connectionOf(entries, entry => entryView(entry, seen.reading.knows(entry.by)), after);
  }

  @ResolveField(() => [AvailableCommand])
  availableCommands(@Parent() { seen }: ProposalView, @Context() context: RequestContext): AvailableCommand[] {
    if (seen.until) return [];
    return availableCommands(actorOf(context), catalogueFor(seen.proposal), seen.proposal).map(
      ({ command, allowed, blockers }) => ({
        command: mutationOf(command),
        allowed,
        blockers: blockerViews(blockers, seen.reading),
      }),
    );
  }
}

@Resolver(() => Concern)
export class ConcernResolver {
  @ResolveField(() => Organisation)
  organisation(
    @Parent() { organisationId }: ConcernView,
    @Context() { loaders }: RequestContext,
  ): Promise<Organisation> {
    return organisationOf(organisationId, loaders);
  }
}
