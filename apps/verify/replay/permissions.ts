// Who may do what, and when, straight from docs/rules.md and from no rule of the product. A row for each type of entry.

const until = ['DRAFTING', 'RETURNED', 'IN_REVIEW', 'AWAITING_DECISION'];
const since = ['RETURNED', 'IN_REVIEW', 'AWAITING_DECISION'];
const review = ['IN_REVIEW', 'AWAITING_DECISION'];
const met = [...since, 'APPROVED', 'APPROVED_WITH_CONDITIONS'];

/** `author`: the author of the moment. `lead`: roles of the lead organisation. `partner`: people of invited organisations. */
export interface Permission {
  /** States before it; undefined: any. */
  states?: string[];
  author?: true;
  lead?: string[];
  partner?: true;
}

const reviewers = ['data_steward', 'privacy_officer', 'security_officer', 'engagement_lead', 'approver'];
const everybody = [...reviewers, 'analyst'];

/** What comes along with another entry of the same command is permitted with that. */
export const permissions: Record<string, Permission> = {
  ProposalRevised: { states: until, author: true },
  ProposalSubmitted: { states: ['DRAFTING', 'RETURNED'], author: true },
  ProposalHandedOver: { author: true, lead: ['administrator'] },
  ProposalWithdrawn: { states: until, author: true },
  PartnersInvited: { states: until, author: true, lead: ['engagement_lead'] },
  AlternativeProposed: { states: since, partner: true },
  ConcernRaised: { states: since, lead: everybody, partner: true },
  ConcernAnswered: { states: since, author: true, lead: ['engagement_lead'] },
  ConcernSettled: { states: since, lead: everybody, partner: true },
  RelevanceMarked: { states: until, lead: ['privacy_officer'] },
  TierChanged: { states: until, author: true, lead: ['privacy_officer'] },
  WorkflowPinned: { states: until, author: true, lead: ['privacy_officer'] },
  SignOffGiven: { states: review, lead: everybody },
  SignOffWithdrawn: { states: until, lead: everybody },
  SignOffMadeStale: { lead: everybody, partner: true },
  ConflictDeclared: { lead: everybody, partner: true },
  ConditionEvidenced: { states: met, author: true },
  ConditionMet: { states: met, lead: ['privacy_officer'] },
  DecisionRecorded: { states: review, lead: ['approver'] },
  CommentMade: { lead: everybody, partner: true },
  CommentEdited: { states: until, lead: everybody, partner: true },
  TaskAssigned: { states: met, lead: everybody, partner: true },
  WordsErased: { lead: ['privacy_officer'] },
};
