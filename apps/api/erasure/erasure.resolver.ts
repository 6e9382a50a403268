// eraseWords, and by which entry words are gone.
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { v7 as uuidv7 } from 'uuid';
import { isProblem } from '#governance';
import { erasureAdvice } from '#messages';
import { findHolders, handleErasure, mostHolders, type HistoryEntry, type WordsPlace } from '#store';
import { problemView } from '../graphql/problem-view.js';
import { requireFresh, requireWriting, type RequestContext } from '../identity/context.js';
import { entryView } from '../ledger/entry-view.js';
import { proposalView } from '../proposals/proposal-view.js';
import { EraseWordsInput } from '../schema/commands/erasure-input.js';
import { ErasureReceipt, ErasureResult } from '../schema/erasure.js';
import { EntryWords, LedgerEntry } from '../schema/history.js';
import { tellCommand } from '../tell-command.js';

@Resolver()
export class ErasureResolver {
  /** Throws TOKEN_READS_ONLY or REAUTHENTICATE (HTTP 403). */
  @Mutation(() => ErasureResult)
  async eraseWords(@Args('input') { commandId, ...input }: EraseWordsInput, @Context() context: RequestContext) {
    const { dataSource, erasureList: list } = context;
    const actor = requireWriting(context);
    requireFresh(context);
    const at = new Date().toISOString();
    const request = { commandId, input, actor, at, newId: () => uuidv7(), list };
    const told = { type: 'EraseWords', commandId, actor };
    const outcome = await tellCommand(told, onRetry => handleErasure(dataSource, { ...request, onRetry }));
    if (isProblem(outcome)) return problemView(outcome);
    const { entries, seen, texts, ...receipt } = outcome;
    const proposal = seen ? proposalView(seen) : null;
    let found: Promise<HistoryEntry[]> | undefined;
    const looked: Looked = { holders: texts && (() => (found ??= findHolders(dataSource, actor, texts))) };
    return { ...receipt, ...looked, proposal, entries: entries.map(entry => entryView(entry, true)) };
  }
}

/** Looks where else the words stand, once and only if that is asked for: words are gone by then, whatever comes of it. */
interface Looked {
  holders: (() => Promise<HistoryEntry[]>) | undefined;
}

@Resolver(() => ErasureReceipt)
export class ErasureReceiptResolver {
  @ResolveField(() => [LedgerEntry], { nullable: true })
  async alsoIn(@Parent() { holders }: Looked) {
    return (await holders?.())?.map(entry => entryView(entry, true));
  }

  @ResolveField(() => [String], { nullable: true })
  async advice(@Parent() { holders, proposal }: Looked & ErasureReceipt): Promise<string[]> {
    const found = await holders?.();
    const isOfProposal = Boolean(proposal);
    return erasureAdvice(found && { holders: found, isCut: found.length === mostHolders, isOfProposal });
  }
}

@Resolver(() => EntryWords)
export class EntryWordsResolver {
  @ResolveField(() => ID, { nullable: true })
  erasedBy(@Parent() words: EntryWords & WordsPlace, @Context() { loaders }: RequestContext) {
    return words.isErased ? loaders.erasers.load(words) : null;
  }
}
