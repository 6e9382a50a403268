// The decision history over all that a person may read: the auditor's first question.
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { listHistory } from '#store';
import { pageSize } from '../graphql/page-size.js';
import { actorOf, type RequestContext } from '../identity/context.js';
import { LedgerEntryConnection } from '../schema/connections.js';
import { DecisionHistoryArgs } from '../schema/page-args.js';
import { connectionOf, readPage } from './connection.js';
import { entryView } from './entry-view.js';

@Resolver()
export class HistoryResolver {
  @Query(() => LedgerEntryConnection, { description: 'Entries that you may read, by every part of the filter given.' })
  async decisionHistory(
    @Args() { filter, first, after, order }: DecisionHistoryArgs,
    @Context() context: RequestContext,
  ): Promise<unknown> {
    const page = { first: pageSize(first), after, newest: order === 'NEWEST_FIRST' };
    const entries = await readPage(() => listHistory(context.dataSource, actorOf(context), filter ?? {}, page));
    const shown = new Set(entries.items.map(({ item }) => item.proposalId));
    context.notes.note('decisionHistory', { filter, first, after, order }, [...shown]);
    return connectionOf(entries, entry => entryView(entry, true), after);
  }
}
