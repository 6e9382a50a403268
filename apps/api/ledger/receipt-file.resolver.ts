// A receipt with all that belongs to it: the proof file, and the words that open its commitments.
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../identity/context.js';
import { ReceiptFile } from '../schema/proof.js';
import { findReceipt } from './receipt-file.js';

@Resolver()
export class ReceiptFileResolver {
  @Query(() => ReceiptFile, {
    nullable: true,
    description:
      'A receipt for an entry that you made, or may read to the byte; null for any other. Exact bytes of a decision name every concern it overruled: they are for the reviewers and for whoever decided.',
  })
  receipt(
    @Args('entryId', { type: () => ID }) entryId: string,
    @Context() context: RequestContext,
  ): Promise<ReceiptFile | null> {
    return findReceipt(context, entryId);
  }
}
