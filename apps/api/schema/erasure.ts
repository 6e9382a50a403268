// What eraseWords answers.
import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { LedgerEntry } from './history.js';
import { Proposal } from './proposal.js';
import { Problem } from './receipt.js';
import { UuidScalar } from './scalars.js';

@ObjectType({ description: 'The words are gone, and an entry says so. Nothing brings them back.' })
export class ErasureReceipt {
  @Field(() => UuidScalar)
  commandId!: string;

  @Field(() => Boolean, {
    description: 'True when this command had been recorded before; nothing was done a second time.',
  })
  replayed!: boolean;

  @Field(() => [LedgerEntry], {
    description:
      'WordsErased, which names the words that went, and a SignOffMadeStale for each sign-off that rested on them.',
  })
  entries!: LedgerEntry[];

  @Field(() => Proposal, { nullable: true, description: 'As it is now, if the words were of a proposal.' })
  proposal?: Proposal | null;

  @Field(() => [LedgerEntry], {
    nullable: true,
    description:
      'Entries of any stream in which the same words still stand, of those that you may see: oldest first, 100 at most. Null after a replay.',
  })
  alsoIn?: LedgerEntry[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The same in sentences, and where nobody looked.',
  })
  advice?: string[] | null;
}

export const ErasureResult = createUnionType({
  name: 'ErasureResult',
  description: 'What became of an erasure.',
  types: () => [ErasureReceipt, Problem] as const,
  resolveType: (value: ErasureReceipt | Problem) => ('kind' in value ? Problem : ErasureReceipt),
});
