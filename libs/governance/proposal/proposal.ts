// A proposal as the rules see it: the fold of its events (evolve.ts). Plain data, stored as it stands here.
import type {
  CommentAudience,
  ConcernAudience,
  ConcernSeverity,
  ConcernStatus,
  DecisionOutcome,
  Disposition,
  Finding,
  ProposalState,
  Role,
  SignOffKey,
  SignOffStatus,
  Tick,
  Tier,
} from '../vocabulary/index.js';
import type { Answer, Committed, Dossier, Json } from './dossier.js';

/** Which version of a published definition a proposal runs under; `digest` is hex SHA-256 of its canonical form. */
export interface Pin {
  key: string;
  version: number;
  digest: string;
}

/** Who did something, and in which role. */
export interface By {
  personId: string;
  organisationId: string;
  role: Role;
}

/** A promise attached to a sign-off or a decision. `about` names questions of the catalogue. */
export interface Condition extends Committed {
  id: string;
  statement: string;
  precedent: boolean;
  owner: string;
  dueAt?: string;
  about: string[];
  evidence?: Evidence;
  metAt?: string;
}

export interface Evidence {
  by: By;
  at: string;
  evidence: string;
}

/** What a reviewer found of the answer to one question. */
export interface ChecklistAnswer extends Committed {
  questionId: string;
  answer: Tick;
  note?: string;
}

export interface Checklist {
  /** Whose questions were gone through. */
  catalogue: Pin;
  /** How many the sign-off held that applied at the time; not all of them need to be answered. */
  total: number;
  answers: ChecklistAnswer[];
}

export interface SignOff {
  key: SignOffKey;
  status: SignOffStatus;
  finding?: Finding;
  by?: By;
  at?: string;
  onRevision?: number;
  rationale?: string;
  conditions: Condition[];
  checklist?: Checklist;
  staleBecause: string[];
  /** Hex digest over the dossier's commitments as they stood: what the person judged. */
  content?: string;
}

export interface Concern {
  id: string;
  audience: ConcernAudience;
  raisedBy: By;
  raisedAt: string;
  statement: string;
  severity: ConcernSeverity;
  about: string[];
  status: ConcernStatus;
  answer?: ConcernAnswer;
  outcome?: ConcernOutcome;
}

export interface ConcernAnswer {
  by: By;
  at: string;
  disposition: Disposition;
  response: string;
}

export interface ConcernOutcome {
  by: By;
  at: string;
  note?: string;
}

export interface Decision {
  outcome: DecisionOutcome;
  by: By;
  at: string;
  onRevision: number;
  reasons: string;
  wouldChangeIt?: string;
  /** Ids of the concerns that the decider went past, by name. */
  overruled: string[];
  conditions: Condition[];
  answers: Answer[];
  content?: string;
}

export interface Comment {
  id: string;
  by: By;
  at: string;
  body: string;
  about: string[];
  audience: CommentAudience;
  /** Who is named in it, each in the capacity in which they read it. */
  mentions?: By[];
  /** When its words were last written anew. */
  editedAt?: string;
  /** What it said before, oldest first. */
  earlier?: CommentVersion[];
}

/** A comment as it once read; `at` is when that was written. */
export interface CommentVersion {
  body: string;
  at: string;
}

/** That somebody has taken a piece of work, or was given it. Whether it still counts, work/holding.ts says. */
export interface Assignment {
  work: string;
  to: By;
  by: By;
  at: string;
  note?: string;
}

/** What people have done on this proposal, for the duties: past, stale and withdrawn acts count. */
export interface Acts {
  authors: string[];
  signers: { personId: string; key: SignOffKey }[];
  deciders: string[];
  answerers: { personId: string; role: Role }[];
  inConflict: string[];
}

export interface Proposal {
  id: string;
  title: Committed & { text: string };
  state: ProposalState;
  version: number;
  revision: number;
  tier: Tier;
  /** The tier that a privacy officer raised it to; the facts cannot take it below. */
  raisedTo?: Tier;
  /** From the first submission on: partners see it, and the tier never falls. */
  submittedAt?: string;
  workflow: Pin;
  catalogue: Pin;
  author: By;
  leadOrganisationId: string;
  partnerIds: string[];
  dossier: Dossier;
  signOffs: Partial<Record<SignOffKey, SignOff>>;
  concerns: Concern[];
  comments: Comment[];
  /** The latest of each piece of work; absent until there is one. */
  assignments?: Assignment[];
  irrelevant: string[];
  decision?: Decision;
  urgentRecord?: Committed & { record: { [key: string]: Json } };
  acts: Acts;
  /** Words were erased from its history: there may be none where these types promise some. */
  hasErasedWords?: boolean;
  createdAt: string;
  updatedAt: string;
}
