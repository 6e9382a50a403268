// A condition as the reader sees it, and as a reviewer or decider writes it.
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Node } from './node.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({
  implements: () => [Node],
  description: 'A condition in force: set with a sign-off that stands, or with the decision.',
})
export class Condition implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  statement!: string;

  @Field(() => Boolean, {
    description: 'True when it must be met before any data flow. An approval alone opens nothing.',
  })
  precedent!: boolean;

  @Field(() => String, { description: 'Who sees to it.' })
  owner!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt?: Date | string | null;

  @Field(() => [String], { description: 'The question ids it answers for.' })
  about!: string[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a privacy officer confirmed it. Evidence alone does not meet it.',
  })
  metAt?: Date | string | null;

  @Field(() => String, { nullable: true })
  evidence?: string | null;
}

@InputType({ description: 'A condition to set with a sign-off or a decision.' })
export class ConditionInput {
  @Field(() => String)
  statement!: string;

  @Field(() => Boolean, { description: 'True when it must be met before any data flow.' })
  precedent!: boolean;

  @Field(() => String, { description: 'Who sees to it.' })
  owner!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt?: string | null;

  @Field(() => [String], { nullable: true, description: 'Question ids.' })
  about?: string[] | null;
}
