// The ledger as a whole, in the public API: how far it is sealed and witnessed, and under which key.
import { Field, Float, ObjectType } from '@nestjs/graphql';
import { LedgerSealing } from './enums.js';

@ObjectType({ description: 'How far the ledger is sealed and witnessed, and under which key.' })
export class Ledger {
  @Field(() => Float, { description: 'Entries in the tree that checkpoints are signed over: a whole number.' })
  size!: number;

  @Field(() => Float, { description: 'The first so many entries are under a signed checkpoint.' })
  sealedSize!: number;

  @Field(() => Float, { description: 'The first so many are under one that enough witnesses have cosigned.' })
  witnessedSize!: number;

  @Field(() => String, { nullable: true, description: 'The name of the log; null before its first checkpoint.' })
  origin?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key that signs it: name+id+base64. To check anything, take it by another way than this one.',
  })
  key?: string | null;

  @Field(() => LedgerSealing)
  sealing!: LedgerSealing;

  @Field(() => String, { description: 'The same in a sentence.' })
  statement!: string;
}
