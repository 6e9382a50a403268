// eraseWords, and by which entry words are gone.
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { v7 as uuidv7 } from 'uuid';
import { isProblem } from '#governance';
import { handleErasure, type WordsPlace } from '#store';
import { problemView } from '../graphql/problem-view.js';
import { requireWriting, type RequestContext } from '../identity/context.js';
import { entryView } from '../ledger/entry-view.js';
import { proposalView } from '../proposals/proposal-view.js';
import { EraseWordsInput } from '../schema/commands/erasure-input.js';
import { ErasureResult } from '../schema/erasure.js';
import { EntryWords } from '../schema/history.js';
import { tellCommand } from '../tell-command.js';

@Resolver()
export class ErasureResolver {
  /** Throws TOKEN_READS_ONLY (HTTP 403) for a token without the scope `write`. */
  @Mutation(() => ErasureResult)
  async eraseWords(@Args('input') { commandId, ...input }: EraseWordsInput, @Context() context: RequestContext) {
    const { dataSource, erasureList: list } = context;
    const actor = requireWriting(context);
    const at = new Date().toISOString();
    const request = { commandId, input, actor, at, newId: () => uuidv7(), list };
    const told = { type: 'EraseWords', commandId, actor };
    const outcome = await tellCommand(told, onRetry => handleErasure(dataSource, { ...request, onRetry }));
    if (isProblem(outcome)) return problemView(outcome);
    const { entries, seen, ...receipt } = outcome;
    const proposal = seen ? proposalView(seen) : null;
    return { ...receipt, proposal, entries: entries.map(entry => entryView(entry, true)) };
  }
}

@Resolver(() => EntryWords)
export class EntryWordsResolver {
  @ResolveField(() => ID, { nullable: true })
  erasedBy(@Parent() words: EntryWords & WordsPlace, @Context() { loaders }: RequestContext) {
    return words.isErased ? loaders.erasers.load(words) : null;
  }
}
