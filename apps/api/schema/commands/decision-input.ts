// The decision, and meeting the conditions that came with it.
import { Field, ID, InputType } from '@nestjs/graphql';
import { ConditionInput } from '../condition.js';
import { AnswerInput } from '../dossier-input.js';
import { DecisionOutcome } from '../enums.js';
import { ProposalCommandInput, VersionedCommandInput } from './command-input.js';

@InputType({ description: 'Records the decision of an approver.' })
export class RecordDecisionInput extends VersionedCommandInput {
  @Field(() => DecisionOutcome)
  outcome!: DecisionOutcome;

  @Field(() => String)
  reasons!: string;

  @Field(() => String, { nullable: true, description: 'Needed to decline: what would change the answer.' })
  wouldChangeIt?: string | null;

  @Field(() => [String], { nullable: true, description: 'Ids of disputed, or substantial and not accepted, concerns.' })
  overruled?: string[] | null;

  @Field(() => [ConditionInput], { nullable: true })
  conditions?: ConditionInput[] | null;

  @Field(() => [AnswerInput], { nullable: true, description: "PR-10 and PR-15 only, as the decider's own." })
  answers?: AnswerInput[] | null;
}

@InputType({ description: "The author's evidence for a condition, or a privacy officer's confirmation of it." })
export class MeetConditionInput extends ProposalCommandInput {
  @Field(() => ID)
  conditionId!: string;

  @Field(() => String)
  evidence!: string;
}
