// The words for the chart of a workflow: its states, and what leads from one to another.
import type { ProposalState, Way } from '#governance';

const states: Record<ProposalState, string> = {
  DRAFTING: 'Being drafted',
  IN_REVIEW: 'In review',
  RETURNED: 'Returned to its author',
  AWAITING_DECISION: 'Awaiting a decision',
  APPROVED: 'Approved',
  APPROVED_WITH_CONDITIONS: 'Approved with conditions',
  DECLINED: 'Declined',
  REDIRECTED: 'Sent to another process',
  WITHDRAWN: 'Withdrawn',
  ACTIVE: 'In force',
  SUSPENDED: 'Suspended',
  EXPIRED: 'Expired',
  CLOSED: 'Closed',
  URGENT_RECORDED: 'Recorded as an urgent disclosure',
};

const events: Record<string, string> = {
  SubmitProposal: 'The author hands it in',
  WithdrawProposal: 'The author withdraws it',
  'RecordDecision.APPROVED': 'It is approved',
  'RecordDecision.APPROVED_WITH_CONDITIONS': 'It is approved with conditions',
  'RecordDecision.RETURNED': 'It is returned for more work',
  'RecordDecision.DECLINED': 'It is declined',
  'RecordDecision.REDIRECTED': 'It is sent to another process',
};

export const stateInWords = (state: ProposalState): string => states[state];

export function wayInWords({ event, to }: Way): string {
  if (event) return events[event] ?? event;
  return to === 'AWAITING_DECISION'
    ? 'Every sign-off is given, and no concern is open'
    : 'A sign-off falls away, or a concern is raised';
}
