// Where a proposal is: the chart of its pinned workflow, with what is behind it, where it stands, and what is still possible.
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Blocker } from './available-command.js';
import { ProgressStatus, ProposalState } from './enums.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ description: 'A state of the chart.' })
export class ProgressNode {
  @Field(() => ProposalState)
  state!: ProposalState;

  @Field(() => String, { description: 'The state in words.' })
  title!: string;

  @Field(() => ProgressStatus)
  status!: ProgressStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last entered; null for one that never was.',
  })
  since?: Date | string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Working days spent in it, all visits together; null for one that never was entered.',
  })
  elapsedWorkingDays?: number | null;

  @Field(() => Int, { description: 'Where to draw it: from left to right, 0 first.' })
  column!: number;

  @Field(() => Int, { description: 'Where to draw it: from top to bottom, 0 first.' })
  row!: number;
}

@ObjectType({ description: 'A way from one state to another.' })
export class ProgressEdge {
  @Field(() => ProposalState)
  from!: ProposalState;

  @Field(() => ProposalState)
  to!: ProposalState;

  @Field(() => String, {
    description: 'The event of the chart, such as `RecordDecision.APPROVED`; empty for a step that happens by itself.',
  })
  event!: string;

  @Field(() => String, { description: 'The event in words.' })
  title!: string;

  @Field(() => Boolean, {
    description: 'It could be gone now, by whoever may: the proposal stands there and nothing holds it.',
  })
  possible!: boolean;

  @Field(() => [Blocker], {
    description: 'Of a way from where the proposal stands: what holds it, as far as you may know.',
  })
  blockers!: Blocker[];
}

@ObjectType({ description: 'Where a proposal is on its way.' })
export class Progress {
  @Field(() => [ProgressNode])
  nodes!: ProgressNode[];

  @Field(() => [ProgressEdge])
  edges!: ProgressEdge[];

  @Field(() => Int, {
    nullable: true,
    description: 'Working days from the first submission to the decision, or to today; null before.',
  })
  elapsedWorkingDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of these, those on which it was with its author, returned.' })
  pausedWorkingDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Working days that review and decision should take at this tier.' })
  targetWorkingDays?: number | null;
}
