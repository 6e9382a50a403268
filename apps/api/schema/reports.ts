// Reports in the public API: what was decided, how long it took, what became stale and what came of concerns, as counts.
import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConcernSeverity, DecisionOutcome, Disposition, ProposalState, Tier } from './enums.js';
import { Organisation } from './people.js';
import { DateTimeScalar } from './scalars.js';

@ArgsType()
export class ReportsArgs {
  @Field(() => DateTimeScalar, { description: 'The first moment that counts.' })
  from!: string;

  @Field(() => DateTimeScalar, { description: 'The first moment that does not count any more.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Only proposals that this organisation leads.' })
  organisationId?: string | null;
}

@ObjectType({ description: 'Decisions with the same outcome, tier, lead organisation and month.' })
export class DecisionCount {
  @Field(() => DecisionOutcome)
  outcome!: DecisionOutcome;

  @Field(() => Tier)
  tier!: Tier;

  @Field(() => Organisation, { description: 'The lead organisation.' })
  organisation!: Organisation;

  @Field(() => String, { description: 'Such as 2026-11, in UTC.' })
  month!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'How long proposals of a tier were in a state, of those that left it within the period.' })
export class StateTime {
  @Field(() => ProposalState)
  state!: ProposalState;

  @Field(() => Tier, { description: 'The last that they had in it.' })
  tier!: Tier;

  @Field(() => Float, { description: 'Half of them took no longer.' })
  p50Seconds!: number;

  @Field(() => Float, { description: 'Nine in ten took no longer.' })
  p90Seconds!: number;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'How often a change made a sign-off stale.' })
export class StaleSignOffCount {
  @Field(() => String, { description: 'purpose, proportionality, privacy_risk, consultation or transparency.' })
  signOff!: string;

  @Field(() => String, {
    description: 'The part of the dossier that changed, such as dataItems. With two causes it counts under both.',
  })
  cause!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'Concerns raised within the period, by weight and by what the last answer did with them.' })
export class ConcernCount {
  @Field(() => Disposition, { nullable: true, description: 'Null where nobody has answered yet.' })
  disposition?: Disposition | null;

  @Field(() => ConcernSeverity)
  severity!: ConcernSeverity;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'What the decision history says, counted. It follows the history within seconds.' })
export class Reports {
  @Field(() => [DecisionCount], { description: 'Every decision, those that returned a proposal included.' })
  decisions!: DecisionCount[];

  @Field(() => [StateTime])
  timeInState!: StateTime[];

  @Field(() => [StaleSignOffCount])
  staleSignOffs!: StaleSignOffCount[];

  @Field(() => [ConcernCount], { description: 'Concerns among reviewers are counted for those who may read them.' })
  concerns!: ConcernCount[];
}
