// Erasing what people wrote.
import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from './command-input.js';

@InputType({
  description:
    'Erases words for good; the entry that held them stays, and every proof with it. Of a proposal: a privacy officer of its lead organisation who never was its author. Names and labels of the directory: an administrator, never their own.',
})
export class EraseWordsInput extends CommandInput {
  @Field(() => ID, { description: 'The entry that holds the words.' })
  entryId!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Where in the entry, as `LedgerEntry.words` names it. Left out: all of its words.',
  })
  paths?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Also wherever else the very same words stand in the same stream: a revision repeats what it leaves as it was.',
  })
  everywhere?: boolean | null;

  @Field(() => String, { description: 'On what authority: a request of the person concerned, an order, a policy.' })
  authority!: string;

  @Field(() => String)
  reason!: string;
}
