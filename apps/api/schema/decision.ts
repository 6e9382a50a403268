// The decision as the reader sees it: what, by whom, on which revision, and over whose concerns.
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecisionOutcome } from './enums.js';
import { Person } from './people.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ description: 'The latest decision on a proposal.' })
export class Decision {
  @Field(() => DecisionOutcome)
  outcome!: DecisionOutcome;

  @Field(() => Person)
  by!: Person;

  @Field(() => DateTimeScalar)
  at!: Date | string;

  @Field(() => Int, { description: 'The revision of the dossier that was decided on.' })
  onRevision!: number;

  @Field(() => String)
  reasons!: string;

  @Field(() => String, { nullable: true, description: 'What would change the answer. Always there when declined.' })
  wouldChangeIt?: string | null;

  @Field(() => [String], { description: 'The ids of concerns that the decider named and overruled.' })
  overruled!: string[];
}
