// The operations of core.graphql with nothing behind them: enough to prove that our types fit the floor.
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommentInput } from '../../apps/api/schema/commands/comment-input.js';
import { AnswerConcernInput, RaiseConcernInput, SettleConcernInput } from '../../apps/api/schema/commands/concern-input.js';
import { MeetConditionInput, RecordDecisionInput } from '../../apps/api/schema/commands/decision-input.js';
import { InvitePartnersInput, ProposeAlternativeInput } from '../../apps/api/schema/commands/partner-input.js';
import { MarkRelevanceInput, RaiseTierInput } from '../../apps/api/schema/commands/privacy-input.js';
import {
  DraftProposalInput,
  HandOverProposalInput,
  ReviseProposalInput,
  SubmitProposalInput,
  WithdrawProposalInput,
} from '../../apps/api/schema/commands/proposal-input.js';
import { DeclareConflictInput, GiveSignOffInput, WithdrawSignOffInput } from '../../apps/api/schema/commands/sign-off-input.js';
import { RecordUrgentDisclosureInput } from '../../apps/api/schema/commands/urgent-disclosure-input.js';
import { ConcernConnection, LedgerEntryConnection, ProposalConnection } from '../../apps/api/schema/connections.js';
import { DossierInput } from '../../apps/api/schema/dossier-input.js';
import { Node } from '../../apps/api/schema/node.js';
import { DecisionHistoryArgs, PageArgs, ProposalsArgs } from '../../apps/api/schema/page-args.js';
import { Organisation, Viewer } from '../../apps/api/schema/people.js';
import { Proposal } from '../../apps/api/schema/proposal.js';
import { CommandResult, type Problem } from '../../apps/api/schema/receipt.js';
import { RevisionPreview } from '../../apps/api/schema/revision-preview.js';
import { DateTimeScalar } from '../../apps/api/schema/scalars.js';

const nothing: Problem = { kind: 'NOT_FOUND', code: 'not-found', message: 'There is nothing here.', blockers: [] };
const emptyPage = { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } };

@Resolver(() => Proposal)
export class FloorQueries {
  @Query(() => Viewer)
  viewer(): Viewer {
    return { person: { id: 'p', displayName: 'Nobody', organisation: { id: 'o', name: 'Nowhere', kind: 'OTHER' } }, roles: [] };
  }

  @Query(() => Node, { nullable: true })
  node(@Args('id', { type: () => ID }) _id: string): Node | null {
    return null;
  }

  @Query(() => Proposal, { nullable: true })
  proposal(@Args('id', { type: () => ID }) _id: string): Proposal | null {
    return null;
  }

  @Query(() => ProposalConnection)
  proposals(@Args() _args: ProposalsArgs): ProposalConnection {
    return emptyPage;
  }

  @Query(() => LedgerEntryConnection)
  decisionHistory(@Args() _args: DecisionHistoryArgs): LedgerEntryConnection {
    return emptyPage;
  }

  @Query(() => [Organisation])
  organisations(): Organisation[] {
    return [];
  }

  @Query(() => Proposal, { nullable: true })
  proposalAsOf(
    @Args('id', { type: () => ID }) _id: string,
    @Args('at', { type: () => DateTimeScalar, nullable: true }) _at?: string,
    @Args('sequence', { type: () => Int, nullable: true }) _sequence?: number,
  ): Proposal | null {
    return null;
  }

  @Query(() => RevisionPreview)
  previewRevision(
    @Args('proposalId', { type: () => ID }) _proposalId: string,
    @Args('dossier') _dossier: DossierInput,
  ): RevisionPreview {
    return { changedPaths: [], tier: 'T1', stays: [], becomesStale: [], blockers: [] };
  }

  @ResolveField(() => ConcernConnection)
  concerns(@Parent() _proposal: Proposal, @Args() _args: PageArgs): ConcernConnection {
    return { ...emptyPage, totalCount: 0 };
  }

  @ResolveField(() => LedgerEntryConnection)
  history(@Parent() _proposal: Proposal, @Args() _args: PageArgs): LedgerEntryConnection {
    return emptyPage;
  }
}

const answers = () => CommandResult;

@Resolver()
export class FloorCommands {
  @Mutation(answers)
  draftProposal(@Args('input') _input: DraftProposalInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  reviseProposal(@Args('input') _input: ReviseProposalInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  submitProposal(@Args('input') _input: SubmitProposalInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  invitePartners(@Args('input') _input: InvitePartnersInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  raiseConcern(@Args('input') _input: RaiseConcernInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  answerConcern(@Args('input') _input: AnswerConcernInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  settleConcern(@Args('input') _input: SettleConcernInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  giveSignOff(@Args('input') _input: GiveSignOffInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  withdrawSignOff(@Args('input') _input: WithdrawSignOffInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  recordDecision(@Args('input') _input: RecordDecisionInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  raiseTier(@Args('input') _input: RaiseTierInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  declareConflict(@Args('input') _input: DeclareConflictInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  meetCondition(@Args('input') _input: MeetConditionInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  recordUrgentDisclosure(@Args('input') _input: RecordUrgentDisclosureInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  proposeAlternative(@Args('input') _input: ProposeAlternativeInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  markRelevance(@Args('input') _input: MarkRelevanceInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  handOverProposal(@Args('input') _input: HandOverProposalInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  withdrawProposal(@Args('input') _input: WithdrawProposalInput): CommandResult {
    return nothing;
  }

  @Mutation(answers)
  comment(@Args('input') _input: CommentInput): CommandResult {
    return nothing;
  }
}
