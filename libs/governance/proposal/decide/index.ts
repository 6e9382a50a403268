// The register of command rules: every command has one, and the compiler says so.
import type { CommandType } from '../commands.js';
import type { CommandRule } from '../situation.js';
import { assignTask } from './assign-task.js';
import { comment, editComment } from './comments.js';
import { answerConcern, raiseConcern, settleConcern } from './concerns.js';
import { meetCondition } from './conditions.js';
import { giveSignOff, withdrawSignOff } from './give-sign-off.js';
import { invitePartners } from './invite-partners.js';
import { recordDecision } from './record-decision.js';
import { reviseProposal } from './revise-proposal.js';
import * as stewardship from './stewardship.js';
import { submitProposal } from './submit-proposal.js';

export type Starting = 'DraftProposal' | 'RecordUrgentDisclosure';
export type Continuing = Exclude<CommandType, Starting>;

export const commandRules: { [T in Continuing]: CommandRule<T> } = {
  ReviseProposal: reviseProposal,
  SubmitProposal: submitProposal,
  InvitePartners: invitePartners,
  RaiseConcern: raiseConcern,
  ProposeAlternative: stewardship.proposeAlternative,
  AnswerConcern: answerConcern,
  SettleConcern: settleConcern,
  GiveSignOff: giveSignOff,
  WithdrawSignOff: withdrawSignOff,
  RecordDecision: recordDecision,
  RaiseTier: stewardship.raiseTier,
  DeclareConflict: stewardship.declareConflict,
  MeetCondition: meetCondition,
  MarkRelevance: stewardship.markRelevance,
  HandOverProposal: stewardship.handOverProposal,
  WithdrawProposal: stewardship.withdrawProposal,
  Comment: comment,
  EditComment: editComment,
  AssignTask: assignTask,
};

export { draftProposal } from './draft-proposal.js';
export { recordUrgentDisclosure } from './record-urgent-disclosure.js';
