// What can have happened to a proposal. Past tense; these are the entries of its history, words included until recorded.
import type {
  CommentAudience,
  ConcernAudience,
  ConcernSeverity,
  ConcernStatus,
  DecisionOutcome,
  Disposition,
  Finding,
  SignOffKey,
  Tier,
} from '../vocabulary/index.js';
import type { Alternative, Answer, Committed, Dossier, Json } from './dossier.js';
import type { WordsErased } from '../erasure/events.js';
import type { By, Checklist, Condition, Pin } from './proposal.js';

type Titled = Committed & { text: string };

interface Drafted {
  title: Titled;
  tier: Tier;
  workflow: Pin;
  catalogue: Pin;
  leadOrganisationId: string;
}

interface Happenings {
  ProposalDrafted: Drafted & { dossier: Dossier; copyOf?: string };
  UrgentDisclosureRecorded: Drafted & { urgentRecord: Committed & { record: { [key: string]: Json } } };
  /** Only what changed: whole elements, ids of those removed, and the sections' texts (null where one was cleared). */
  ProposalRevised: { revision: number; changedPaths: string[]; title?: Titled; dossier: DossierChange };
  /** Pins the catalogue whose questions were asked. */
  ProposalSubmitted: { revision: number; catalogue: Pin; message?: string };
  ProposalHandedOver: { from: string; to: By; reason: string };
  PartnersInvited: { organisationIds: string[] };
  AlternativeProposed: { revision: number; alternative: Alternative };
  ConcernRaised: {
    concernId: string;
    audience: ConcernAudience;
    severity: ConcernSeverity;
    about: string[];
    statement: string;
  };
  ConcernAnswered: { concernId: string; audience: ConcernAudience; disposition: Disposition; response: string };
  ConcernSettled: { concernId: string; audience: ConcernAudience; status: ConcernStatus; note?: string };
  RelevanceMarked: { questionId: string; relevant: boolean; reason: string };
  TierChanged: { from: Tier; to: Tier; raised: boolean; reason?: string };
  WorkflowPinned: { workflow: Pin };
  SignOffGiven: {
    signOff: SignOffKey;
    finding: Finding;
    onRevision: number;
    rationale: string;
    conditions: Condition[];
    /** What was gone through question by question, if anything was. */
    checklist?: Checklist;
    content?: string;
  };
  SignOffWithdrawn: { signOff: SignOffKey; reason: string };
  SignOffMadeStale: { signOff: SignOffKey; staleBecause: string[] };
  ConflictDeclared: { reason: string };
  ConditionEvidenced: { conditionId: string; evidence: string };
  ConditionMet: { conditionId: string; evidence: string };
  DecisionRecorded: {
    outcome: DecisionOutcome;
    onRevision: number;
    reasons: string;
    wouldChangeIt?: string;
    overruled: string[];
    conditions: Condition[];
    answers: Answer[];
    content?: string;
  };
  ProposalWithdrawn: { reason: string };
  CommentMade: { commentId: string; audience: CommentAudience; about: string[]; body: string; mentions?: By[] };
  CommentEdited: { commentId: string; audience: CommentAudience; body: string };
  TaskAssigned: { work: string; to: By | null; audience?: ConcernAudience; note?: string };
  WordsErased: Omit<WordsErased, 'type'>;
}

type Text = Committed & { text: string };

export interface DossierChange {
  facts?: Dossier['facts'];
  summary?: Text | null;
  retention?: Text | null;
  transferRoute?: Text | null;
  purposes?: ListChange<Dossier['purposes'][number]>;
  dataItems?: ListChange<Dossier['dataItems'][number]>;
  recipients?: ListChange<Dossier['recipients'][number]>;
  alternatives?: ListChange<Dossier['alternatives'][number]>;
  risks?: ListChange<Dossier['risks'][number]>;
  answers?: Answer[];
}

/** `order` holds the ids as they now stand; elements not in `saved` are as they were. */
export interface ListChange<T> {
  saved: T[];
  order: string[];
}

export type EventType = keyof Happenings;

/** What a rule decides: an event without its circumstances. */
export type ProposalEvent = { [T in EventType]: { type: T } & Happenings[T] }[EventType];

/** The circumstances that the hallway adds: whose act it was, when, and the version the proposal has after the command. */
export interface Circumstances {
  proposalId: string;
  by: By;
  /** ISO 8601 with milliseconds, UTC. */
  at: string;
  version: number;
}

export type RecordedEvent = ProposalEvent & Circumstances;
export type EventOf<T extends EventType> = Extract<RecordedEvent, { type: T }>;
