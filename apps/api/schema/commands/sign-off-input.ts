// The commands of a reviewer: give a sign-off, withdraw it, declare a conflict of interest.
import { Field, InputType } from '@nestjs/graphql';
import { ConditionInput } from '../condition.js';
import { ChecklistAnswerInput } from '../checklist.js';
import { Finding } from '../enums.js';
import { ProposalCommandInput, VersionedCommandInput } from './command-input.js';

@InputType({ description: 'Gives a sign-off on the current revision.' })
export class GiveSignOffInput extends VersionedCommandInput {
  @Field(() => String, { description: 'purpose, proportionality, privacy_risk, consultation or transparency.' })
  signOff!: string;

  @Field(() => Finding)
  finding!: Finding;

  @Field(() => String)
  rationale!: string;

  @Field(() => [ConditionInput], { nullable: true, description: 'Needed with MET_WITH_CONDITIONS.' })
  conditions?: ConditionInput[] | null;

  @Field(() => [ChecklistAnswerInput], {
    nullable: true,
    description:
      'What you found question by question, each once; as many as you went through. With MET, a NO to a question that blocks is BLOCKED.',
  })
  checklist?: ChecklistAnswerInput[] | null;
}

@InputType({ description: 'Takes a sign-off back. Its giver, before a decision.' })
export class WithdrawSignOffInput extends VersionedCommandInput {
  @Field(() => String)
  signOff!: string;

  @Field(() => String)
  reason!: string;
}

@InputType({ description: "Declares one's own conflict of interest. It takes effect at once." })
export class DeclareConflictInput extends ProposalCommandInput {
  @Field(() => String)
  reason!: string;
}
