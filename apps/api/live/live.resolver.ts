// Subscriptions. Each begins with how it is now, so that nothing is missed between a query and the subscription that follows it.
import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { LedgerSealed, ProposalChange, WorkChange } from '../schema/live.js';
import type { LiveContext } from './connection.js';
import { Live } from './live.js';

const asItIs = { resolve: (told: unknown) => told };

@Resolver()
export class LiveResolver {
  constructor(private readonly live: Live) {}

  @Subscription(() => ProposalChange, {
    ...asItIs,
    description:
      'A proposal, at once and whenever it changes. One that you may not read is silent, like one that is not there.',
  })
  proposalChanged(@Args('id', { type: () => ID }) id: string, @Context() { connection }: LiveContext) {
    return this.live.follow(connection, { kind: 'proposal', id: id.toLowerCase() });
  }

  @Subscription(() => WorkChange, {
    ...asItIs,
    description: 'Every change of a proposal that you may read. It begins with an event without an id.',
  })
  workChanged(@Context() { connection }: LiveContext) {
    return this.live.follow(connection, { kind: 'work' });
  }

  @Subscription(() => LedgerSealed, {
    ...asItIs,
    description: 'How far the ledger is sealed, at once and whenever it is sealed further. Everybody may know.',
  })
  ledgerSealed(@Context() { connection }: LiveContext) {
    return this.live.follow(connection, { kind: 'sealed' });
  }
}
