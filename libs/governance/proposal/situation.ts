// What a rule is given to decide on, and what a command's rule consists of. Everything is here; a rule reads nothing else.
import type { Catalogue } from '../catalogue/index.js';
import type { Breach } from '../duties.js';
import type { Action, Circumstance } from '../policy.js';
import type { Fault, Problem } from '../problems.js';
import type { Actor, RoleHolding } from '../vocabulary/index.js';
import type { WorkflowDefinition } from '../workflows/index.js';
import type { Happening } from '../review/happenings.js';
import type { CommandOf, CommandType } from './commands.js';
import type { ProposalEvent } from './events.js';
import type { By, Proposal } from './proposal.js';

/** Facts from outside the proposal that a command declared (facts.ts) and the hallway loaded with it. */
export interface LoadedFacts {
  /** Of the organisations that the command names, those that exist. */
  organisationIds: string[];
  /** The person that the command names, with the roles in force. */
  person?: { id: string; organisationId: string; roles: RoleHolding[] };
  /** Of the people whom a comment mentions, those whom the directory has, with the roles in force. */
  mentioned?: Actor[];
  /** Whom an assignment names, and who has taken anything on the proposal: those whom the directory has, with the roles in force. */
  colleagues?: Actor[];
  /** As much of the proposal's history as says what waits since when. */
  clock?: readonly Happening[];
  copyOf?: Proposal;
  authorHasLeft: boolean;
}

export interface Circumstanced {
  actor: Actor;
  catalogue: Catalogue;
  facts: LoadedFacts;
  /** ISO 8601 with milliseconds, UTC. */
  at: string;
  newId: () => string;
}

export interface Situation extends Circumstanced {
  proposal: Proposal;
  definition: WorkflowDefinition;
  /** Whose act it is, in the role that permits it. */
  by: By;
}

export type Decided = ProposalEvent[] | Problem;

/** In the order of `docs/rules.md`: malformed → missing → policy → breach → version → clash → faults → state → decide. */
export interface CommandRule<T extends CommandType> {
  /** INVALID for anyone who may read the proposal, whether or not they may act. */
  malformed?(command: CommandOf<T>, situation: Omit<Situation, 'by'>): Fault[];
  /** NOT_FOUND: the concern or condition named does not exist, or is not theirs to see. */
  isMissing?(command: CommandOf<T>, situation: Omit<Situation, 'by'>): boolean;
  /** What policy is asked about; without it, about the command itself. */
  action?(command: CommandOf<T>, situation: Omit<Situation, 'by'>): Action;
  circumstance?(command: CommandOf<T>, situation: Omit<Situation, 'by'>): Circumstance;
  breach?(command: CommandOf<T>, situation: Situation): Breach | undefined;
  /** CONFLICT with what somebody else did. */
  clash?(command: CommandOf<T>, situation: Situation): Problem | undefined;
  /** INVALID by what it says, judged on the proposal as it stands. */
  faults?(command: CommandOf<T>, situation: Situation): Fault[];
  /** The statechart's event; any one of several will do. */
  events(command: CommandOf<T>): readonly string[];
  decide(command: CommandOf<T>, situation: Situation): Decided;
}

export interface StartRule<T extends 'DraftProposal' | 'RecordUrgentDisclosure'> {
  faults(command: CommandOf<T>, situation: Circumstanced): Fault[];
  decide(command: CommandOf<T>, situation: Circumstanced & { by: By }): Decided;
}
