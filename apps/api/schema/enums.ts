// The closed lists of words in the public API. Each is a plain object of string literals, so the rules' own string unions fit as they are.
import { registerEnumType } from '@nestjs/graphql';

/** Registers a GraphQL enum from its values and what they mean, and hands back { MET: 'MET', … }. */
function words<const T extends Record<string, string>>(name: string, description: string, meanings: T) {
  const values = Object.fromEntries(Object.keys(meanings).map(key => [key, key])) as { readonly [K in keyof T]: K };
  const valuesMap = Object.fromEntries(Object.entries(meanings).map(([key, text]) => [key, { description: text }]));
  registerEnumType(values as Record<string, string>, { name, description, valuesMap });
  return values;
}

export const OrganisationKind = words('OrganisationKind', 'What sort of organisation it is.', {
  AGENCY: 'A government agency.',
  NGO: 'A non-government organisation.',
  IWI: 'An iwi or other Māori organisation.',
  OVERSIGHT: 'A body that oversees others: an auditor, a commissioner, an ombudsman.',
  OTHER: 'Any other organisation.',
});
export type OrganisationKind = keyof typeof OrganisationKind;

export const ProposalState = words('ProposalState', 'Where a proposal stands.', {
  DRAFTING: 'Being written; never submitted.',
  IN_REVIEW: 'Submitted. Sign-offs are missing or concerns are open.',
  RETURNED: 'Sent back to its author by a decision. Sign-offs stay as they were.',
  AWAITING_DECISION: 'Every required sign-off is given and current, and no concern is open.',
  APPROVED: 'Approved without conditions.',
  APPROVED_WITH_CONDITIONS: 'Approved; what precedes data flow is among its conditions.',
  DECLINED: 'Declined, with what would change the answer.',
  REDIRECTED: 'Sent to another process.',
  WITHDRAWN: 'Withdrawn by its author before a decision.',
  ACTIVE: 'In force: data may flow under the agreement.',
  SUSPENDED: 'In force, but data may not flow for now.',
  EXPIRED: 'Its term has ended.',
  CLOSED: 'Ended, with its duties discharged.',
  URGENT_RECORDED: 'The record of an urgent disclosure. It was never a proposal for decision.',
});
export type ProposalState = keyof typeof ProposalState;

export const Tier = words('Tier', 'How much review the facts call for.', {
  T1: 'Light: purpose, proportionality and privacy risk are signed off.',
  T2: 'Standard: consultation and transparency are signed off too.',
  T3: 'Heightened: the sign-offs of T2 under stricter questions.',
  U: 'The urgent lane: a disclosure made to prevent harm, recorded afterwards.',
});
export type Tier = keyof typeof Tier;

export const SignOffStatus = words('SignOffStatus', 'Whether a sign-off counts today.', {
  PENDING: 'Not given yet.',
  GIVEN: 'Given, and it stands.',
  STALE: 'Given, but what it rested on has changed since. It must be given again.',
  WITHDRAWN: 'Taken back by its giver.',
});
export type SignOffStatus = keyof typeof SignOffStatus;

export const Finding = words('Finding', 'What a reviewer found.', {
  MET: 'The requirements of this sign-off are met.',
  MET_WITH_CONDITIONS: 'Met, provided that the conditions given with it are kept.',
  NOT_MET: 'Not met; the rationale says why.',
});
export type Finding = keyof typeof Finding;

export const Tick = words('Tick', 'Whether the answer to a question holds, as a reviewer found it.', {
  YES: 'It holds.',
  NO: 'It does not hold; the note says why.',
  NOT_APPLICABLE: 'The question does not arise here; the note says why.',
});
export type Tick = keyof typeof Tick;

export const ConcernAudience = words('ConcernAudience', 'Who may read a concern.', {
  PARTIES: 'The lead organisation and the organisation that raised it.',
  REVIEWERS: "Those who review, decide and audit. Hidden from the author and the lead organisation's other analysts.",
});
export type ConcernAudience = keyof typeof ConcernAudience;

export const ConcernSeverity = words('ConcernSeverity', 'How much weight a concern has.', {
  MINOR: 'Worth saying; does not change the balance.',
  MODERATE: 'Changes the balance if it is left unanswered.',
  SUBSTANTIAL: 'Goes to whether the proposal should proceed at all.',
});
export type ConcernSeverity = keyof typeof ConcernSeverity;

export const ConcernStatus = words('ConcernStatus', 'How far a concern has come. Time alone closes none.', {
  OPEN: 'Raised, not answered. It holds the decision.',
  ANSWERED: 'Answered by the author or the engagement lead; the raiser has not spoken yet.',
  SETTLED: 'The raiser accepts the answer.',
  DISPUTED: 'The raiser does not accept the answer. An approval must name it as overruled.',
  WITHDRAWN: 'Taken back by the raiser.',
});
export type ConcernStatus = keyof typeof ConcernStatus;

export const Disposition = words('Disposition', 'What the answer to a concern does with it.', {
  ACCEPTED: 'The concern is accepted and acted upon.',
  PARTLY_ACCEPTED: 'Accepted in part; the response says which.',
  NOT_ACCEPTED: 'Not accepted; the response says why.',
});
export type Disposition = keyof typeof Disposition;

export const DecisionOutcome = words('DecisionOutcome', 'What was decided.', {
  APPROVED: 'Approved.',
  APPROVED_WITH_CONDITIONS: 'Approved, with conditions.',
  RETURNED: 'Returned to the author for more work.',
  DECLINED: 'Declined.',
  REDIRECTED: 'Sent to another process.',
});
export type DecisionOutcome = keyof typeof DecisionOutcome;

export const CommentAudience = words('CommentAudience', 'Who may read a comment.', {
  INTERNAL: 'The lead organisation and the auditor.',
  PARTNERS: 'The invited partners too.',
});
export type CommentAudience = keyof typeof CommentAudience;

export const Acknowledgement = words('Acknowledgement', 'How firmly an entry is held by now.', {
  RECORDED: 'Durable in the database. Not yet under a signed checkpoint.',
  SEALED: 'Under a checkpoint that the ledger has signed: a later change to it can be proven.',
  WITNESSED: 'Under a checkpoint that an outside witness has cosigned.',
});
export type Acknowledgement = keyof typeof Acknowledgement;

export const LedgerSealing = words('LedgerSealing', 'Whether new entries come under signed checkpoints.', {
  CURRENT: 'Within seconds, as they should.',
  BEHIND: 'Not at present: an entry has waited longer than it should. It is recorded nevertheless.',
  STOPPED: 'Not any more: the signer refuses, since it cannot tell that the ledger is the one it signed. An alarm.',
});
export type LedgerSealing = keyof typeof LedgerSealing;

export const ProblemKind = words('ProblemKind', 'Why a command was refused.', {
  INVALID: 'What was sent is not well formed; `path` names each offending place.',
  DENIED: 'You may not do this.',
  NOT_FOUND: 'There is no such thing, or you may not read it: the answer is the same.',
  BLOCKED: 'You may, but not now; `blockers` names everything that is missing.',
  CONFLICT: 'Somebody was faster, or this command id was used for something else.',
});
export type ProblemKind = keyof typeof ProblemKind;

export const HistoryOrder = words('HistoryOrder', 'In which direction a history is read.', {
  OLDEST_FIRST: 'As it happened.',
  NEWEST_FIRST: 'The latest entry first.',
});
export type HistoryOrder = keyof typeof HistoryOrder;

export const ProposalSort = words('ProposalSort', 'In which order proposals are listed.', {
  UPDATED: 'The latest change first.',
  CREATED: 'The latest beginning first.',
  DUE: 'The earliest last day of the present stage first; those without one at the end.',
  REFERENCE: 'The lowest reference first.',
});
export type ProposalSort = keyof typeof ProposalSort;

export const TaskKind = words('TaskKind', 'What is to be done.', {
  REVISE: 'Finish a draft, or work on what was returned.',
  SUBMIT: 'Hand in a draft that lacks nothing.',
  GIVE_SIGN_OFF: 'Give a sign-off that is missing.',
  GIVE_AGAIN: 'Give a sign-off again: what it rested on has changed.',
  ANSWER_CONCERN: 'Answer a concern.',
  SETTLE_CONCERN: 'Say whether the answer to a concern is accepted.',
  DECIDE: 'Decide.',
  MEET_CONDITION: 'Show that a condition is met.',
  CONFIRM_CONDITION: 'Confirm the evidence for a condition.',
  HAVE_YOUR_SAY: 'As an invited partner: raise a concern, propose an alternative, comment.',
});
export type TaskKind = keyof typeof TaskKind;

export const TaskGroup = words('TaskGroup', 'When a task is due, or on whom it waits.', {
  OVERDUE: 'Its last day is over.',
  THIS_WEEK: 'Due by Sunday; in a weekend, by the Sunday after.',
  LATER: 'Due after that, or on no day.',
  WAITING_ON_OTHERS: 'Of yours, and held up until somebody else has done something.',
});
export type TaskGroup = keyof typeof TaskGroup;

export const ProgressStatus = words('ProgressStatus', 'What a state is to a proposal.', {
  DONE: 'It has been there.',
  HERE: 'It stands there.',
  NEXT: 'The next step on the way to a decision.',
  POSSIBLE: 'It may still come there.',
  OVER: 'It cannot come there any more.',
});
export type ProgressStatus = keyof typeof ProgressStatus;
