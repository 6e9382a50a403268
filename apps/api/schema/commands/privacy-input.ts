// The commands of a privacy officer over a proposal's course: raising its tier, and which questions matter to it.
import { Field, ID, InputType } from '@nestjs/graphql';
import { Tier } from '../enums.js';
import { VersionedCommandInput } from './command-input.js';

@InputType({ description: 'Raises the tier: upwards only, and it holds from then on.' })
export class RaiseTierInput extends VersionedCommandInput {
  @Field(() => Tier)
  tier!: Tier;

  @Field(() => String)
  reason!: string;
}

@InputType({ description: 'Says that a question does, or does not, matter to this proposal.' })
export class MarkRelevanceInput extends VersionedCommandInput {
  @Field(() => ID)
  questionId!: string;

  @Field(() => Boolean)
  relevant!: boolean;

  @Field(() => String)
  reason!: string;
}
