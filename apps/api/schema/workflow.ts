// A published workflow as everybody may read it: the sign-offs that a tier requires, and what each of them rests on.
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Tier } from './enums.js';

@ObjectType({ description: 'A sign-off that a workflow requires.' })
export class WorkflowSignOff {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [String], { description: 'Any one of these roles, held in the lead organisation, may give it.' })
  requiredRoles!: string[];

  @Field(() => [String], { description: 'Keys of sign-offs that have to be met before this one can be.' })
  after!: string[];

  @Field(() => [String], { description: 'Ids of the questions that it holds at this tier.' })
  questions!: string[];

  @Field(() => [String], {
    description:
      'Places of the dossier whose change makes it stale, such as `purposes` or `facts.usesLinkage`, beside the answers to its questions.',
  })
  restsOn!: string[];
}

@ObjectType({ description: 'A published definition. A proposal keeps the one that it has pinned.' })
export class Workflow {
  @Field(() => String)
  key!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'Hex SHA-256 of the definition.' })
  digest!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Tier)
  tier!: Tier;

  @Field(() => Boolean, { description: 'The newest of its tier, which proposals pin from now on.' })
  isCurrent!: boolean;

  @Field(() => [WorkflowSignOff])
  signOffs!: WorkflowSignOff[];
}
