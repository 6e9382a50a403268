// What a subscription tells: that something changed and where, never what. Whoever wants to know asks again, under the rules of asking.
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A proposal that changed, and its version now. Ask for it again to see what is new.' })
export class ProposalChange {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType({
  description:
    'A proposal that you may read changed. Both fields are null where much may have changed at once, as at the beginning: ask again for all that you show.',
})
export class WorkChange {
  @Field(() => ID, { nullable: true })
  id!: string | null;

  @Field(() => Int, { nullable: true })
  version!: number | null;
}

@ObjectType({ description: 'How far the ledger is under a signed checkpoint.' })
export class LedgerSealed {
  @Field(() => Float, { description: 'Sealed entries.' })
  size!: number;
}
