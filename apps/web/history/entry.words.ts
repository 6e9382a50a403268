// What the types of entries are called: as a noun in filters and titles.
import { defineWords } from '../words/define-words.js';

export const entryTypes = defineWords({
  ProposalDrafted: 'Proposal begun',
  UrgentDisclosureRecorded: 'Urgent disclosure recorded',
  ProposalRevised: 'Proposal revised',
  ProposalSubmitted: 'Proposal submitted',
  ProposalHandedOver: 'Proposal handed over',
  ProposalWithdrawn: 'Proposal withdrawn',
  PartnersInvited: 'Partners invited',
  AlternativeProposed: 'Less intrusive way proposed',
  ConcernRaised: 'Concern raised',
  ConcernAnswered: 'Concern answered',
  ConcernSettled: 'Concern settled, disputed or taken back',
  RelevanceMarked: 'Question marked relevant or not',
  TierChanged: 'Tier changed',
  WorkflowPinned: 'Workflow pinned',
  SignOffGiven: 'Sign-off given',
  SignOffWithdrawn: 'Sign-off withdrawn',
  SignOffMadeStale: 'Sign-off made stale',
  ConflictDeclared: 'Conflict of interest declared',
  ConditionEvidenced: 'Evidence shown for a condition',
  ConditionMet: 'Condition confirmed as met',
  DecisionRecorded: 'Decision recorded',
  CommentMade: 'Comment made',
  CommentEdited: 'Comment edited',
  TaskAssigned: 'Work taken, given or given back',
  WordsErased: 'Words erased',
  OrganisationAdded: 'Organisation added',
  PersonAdded: 'Person added',
  RoleAssigned: 'Role given',
  RoleEnded: 'Role ended',
  TokenIssued: 'Access token issued',
  TokenRevoked: 'Access token revoked',
  IdentityLinked: 'Way to sign in linked',
  IdentityUnlinked: 'Way to sign in unlinked',
  AuditorRead: 'Read by an auditor',
  DefinitionPublished: 'Workflow published',
  CataloguePublished: 'Questions published',
  SigningKeyIntroduced: 'Signing key brought in',
  SigningKeyRotated: 'Signing key changed',
  HistoryLost: 'Loss of history declared',
});

export type EntryType = keyof typeof entryTypes;

/** A type to come is said as it is. */
export const entryTypeName = (type: string): string =>
  Object.hasOwn(entryTypes, type) ? entryTypes[type as EntryType] : type;
