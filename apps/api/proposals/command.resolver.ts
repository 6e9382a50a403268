// One line for each mutation: what a person asks for goes down the hallway under its command's name.
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../identity/context.js';
import {
  DraftProposalInput,
  ReviseProposalInput,
  SubmitProposalInput,
  HandOverProposalInput,
  WithdrawProposalInput,
} from '../schema/commands/proposal-input.js';
import { InvitePartnersInput, ProposeAlternativeInput } from '../schema/commands/partner-input.js';
import { RaiseConcernInput, AnswerConcernInput, SettleConcernInput } from '../schema/commands/concern-input.js';
import { GiveSignOffInput, WithdrawSignOffInput, DeclareConflictInput } from '../schema/commands/sign-off-input.js';
import { RecordDecisionInput, MeetConditionInput } from '../schema/commands/decision-input.js';
import { RaiseTierInput, MarkRelevanceInput } from '../schema/commands/privacy-input.js';
import { RecordUrgentDisclosureInput } from '../schema/commands/urgent-disclosure-input.js';
import { CommentInput, EditCommentInput } from '../schema/commands/comment-input.js';
import { AssignTaskInput } from '../schema/commands/work-input.js';
import { CommandResult } from '../schema/receipt.js';
import { runCommand } from './run-command.js';

const result = () => CommandResult;

@Resolver()
export class CommandResolver {
  @Mutation(result)
  draftProposal(@Args('input') input: DraftProposalInput, @Context() context: RequestContext) {
    return runCommand('DraftProposal', input, context);
  }

  @Mutation(result)
  reviseProposal(@Args('input') input: ReviseProposalInput, @Context() context: RequestContext) {
    return runCommand('ReviseProposal', input, context);
  }

  @Mutation(result)
  submitProposal(@Args('input') input: SubmitProposalInput, @Context() context: RequestContext) {
    return runCommand('SubmitProposal', input, context);
  }

  @Mutation(result)
  handOverProposal(@Args('input') input: HandOverProposalInput, @Context() context: RequestContext) {
    return runCommand('HandOverProposal', input, context);
  }

  @Mutation(result)
  withdrawProposal(@Args('input') input: WithdrawProposalInput, @Context() context: RequestContext) {
    return runCommand('WithdrawProposal', input, context);
  }

  @Mutation(result)
  invitePartners(@Args('input') input: InvitePartnersInput, @Context() context: RequestContext) {
    return runCommand('InvitePartners', input, context);
  }

  @Mutation(result)
  proposeAlternative(@Args('input') input: ProposeAlternativeInput, @Context() context: RequestContext) {
    return runCommand('ProposeAlternative', input, context);
  }

  @Mutation(result)
  raiseConcern(@Args('input') input: RaiseConcernInput, @Context() context: RequestContext) {
    return runCommand('RaiseConcern', input, context);
  }

  @Mutation(result)
  answerConcern(@Args('input') input: AnswerConcernInput, @Context() context: RequestContext) {
    return runCommand('AnswerConcern', input, context);
  }

  @Mutation(result)
  settleConcern(@Args('input') input: SettleConcernInput, @Context() context: RequestContext) {
    return runCommand('SettleConcern', input, context);
  }

  @Mutation(result)
  giveSignOff(@Args('input') input: GiveSignOffInput, @Context() context: RequestContext) {
    return runCommand('GiveSignOff', input, context);
  }

  @Mutation(result)
  withdrawSignOff(@Args('input') input: WithdrawSignOffInput, @Context() context: RequestContext) {
    return runCommand('WithdrawSignOff', input, context);
  }

  @Mutation(result)
  declareConflict(@Args('input') input: DeclareConflictInput, @Context() context: RequestContext) {
    return runCommand('DeclareConflict', input, context);
  }

  @Mutation(result)
  recordDecision(@Args('input') input: RecordDecisionInput, @Context() context: RequestContext) {
    return runCommand('RecordDecision', input, context);
  }

  @Mutation(result)
  meetCondition(@Args('input') input: MeetConditionInput, @Context() context: RequestContext) {
    return runCommand('MeetCondition', input, context);
  }

  @Mutation(result)
  raiseTier(@Args('input') input: RaiseTierInput, @Context() context: RequestContext) {
    return runCommand('RaiseTier', input, context);
  }

  @Mutation(result)
  markRelevance(@Args('input') input: MarkRelevanceInput, @Context() context: RequestContext) {
    return runCommand('MarkRelevance', input, context);
  }

  @Mutation(result)
  recordUrgentDisclosure(@Args('input') input: RecordUrgentDisclosureInput, @Context() context: RequestContext) {
    return runCommand('RecordUrgentDisclosure', input, context);
  }

  @Mutation(result)
  comment(@Args('input') input: CommentInput, @Context() context: RequestContext) {
    return runCommand('Comment', input, context);
  }

  @Mutation(result)
  editComment(@Args('input') input: EditCommentInput, @Context() context: RequestContext) {
    return runCommand('EditComment', input, context);
  }

  @Mutation(result)
  assignTask(@Args('input') input: AssignTaskInput, @Context() context: RequestContext) {
    return runCommand('AssignTask', input, context);
  }
}
