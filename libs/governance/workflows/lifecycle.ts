// The life of a proposal as a table: in which state which command is possible, and where it leads. Data, the same for all tiers.
import type { ProposalState } from '../vocabulary/index.js';

/** Commands whose effect differs by what they carry are named with it: `RecordDecision.RETURNED`. */
export type Stage = Partial<Record<string, ProposalState>>;

const stays = (state: ProposalState, ...commands: string[]): Stage =>
  Object.fromEntries(commands.map(command => [command, state]));

const untilDecision = [
  ...['ReviseProposal', 'InvitePartners', 'RaiseTier', 'MarkRelevance', 'WithdrawSignOff', 'EditComment'],
];
const fromSubmissionToDecision = ['RaiseConcern', 'AnswerConcern', 'SettleConcern', 'ProposeAlternative'];
/** At any time, whatever the state. */
export const atAnyTime = ['DeclareConflict', 'Comment', 'HandOverProposal'];

const inReview = (state: ProposalState): Stage => ({
  ...stays(state, ...untilDecision, ...fromSubmissionToDecision, 'GiveSignOff', 'MeetCondition'),
  WithdrawProposal: 'WITHDRAWN',
  'RecordDecision.RETURNED': 'RETURNED',
  'RecordDecision.DECLINED': 'DECLINED',
  'RecordDecision.REDIRECTED': 'REDIRECTED',
});

/** Approval has one door, AWAITING_DECISION, and that state has one: every sign-off given and current, no concern open. */
export const lifecycle: Partial<Record<ProposalState, Stage>> = {
  DRAFTING: { ...stays('DRAFTING', ...untilDecision), SubmitProposal: 'IN_REVIEW', WithdrawProposal: 'WITHDRAWN' },
  IN_REVIEW: inReview('IN_REVIEW'),
  AWAITING_DECISION: {
    ...inReview('AWAITING_DECISION'),
    'RecordDecision.APPROVED': 'APPROVED',
    'RecordDecision.APPROVED_WITH_CONDITIONS': 'APPROVED_WITH_CONDITIONS',
  },
  RETURNED: {
    ...stays('RETURNED', ...untilDecision, ...fromSubmissionToDecision, 'MeetCondition'),
    SubmitProposal: 'IN_REVIEW',
    WithdrawProposal: 'WITHDRAWN',
  },
  APPROVED: stays('APPROVED', 'MeetCondition'),
  APPROVED_WITH_CONDITIONS: stays('APPROVED_WITH_CONDITIONS', 'MeetCondition'),
  DECLINED: {},
  REDIRECTED: {},
  WITHDRAWN: {},
  URGENT_RECORDED: {},
};

/** Does this state know the command, be it its own or one that is possible at any time? What else it takes is the chart's to say. */
export const isOffered = (state: ProposalState, command: string): boolean =>
  atAnyTime.includes(command) || lifecycle[state]?.[command] !== undefined;
