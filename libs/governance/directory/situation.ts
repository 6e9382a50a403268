// What a command of the directory is decided on, and the shape of every rule in decide/.
import type { Fault, Problem } from '../problems.js';
import type { By } from '../proposal/proposal.js';
import type { DirectoryCommandOf, DirectoryCommandType } from './commands.js';
import type { Directory } from './directory.js';
import type { DirectoryEvent } from './events.js';

export interface DirectorySituation {
  /** Who asks. Their roles are read off the directory. */
  actorId: string;
  /** The token that they ask with; at the command line there is none. */
  through?: string;
  directory: Directory;
  /** ISO 8601 with milliseconds, UTC; never earlier than the directory's last change. */
  at: string;
  newId: () => string;
}

export interface DirectoryJudgement {
  by: By;
  events: DirectoryEvent[];
}

/** In the order of `docs/rules.md`: missing → policy → breach → faults → decide. */
export interface DirectoryRule<T extends DirectoryCommandType> {
  /** What people who are no administrators may ask for as well. */
  isOwn?(command: DirectoryCommandOf<T>, situation: DirectorySituation): boolean;
  /** DENIED, separation of duties. */
  isBreach?(command: DirectoryCommandOf<T>, situation: DirectorySituation): boolean;
  /** INVALID by what it says, judged on the directory as it stands. */
  faults?(command: DirectoryCommandOf<T>, situation: DirectorySituation): Fault[];
  decide(command: DirectoryCommandOf<T>, situation: DirectorySituation): DirectoryEvent | DirectoryEvent[] | Problem;
}
