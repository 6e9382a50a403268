// assignTask: somebody takes a piece of work, gives it to a colleague, or gives it back to all who may do it. Whoever may do the work may
// say so, and nobody else; it is no right to anything (work/holding.ts).
import type { Breach } from '../../duties.js';
import { holdingFor } from '../../policy.js';
import { blocked, blockedBy, conflict, denied, type BlockerCode, type Problem } from '../../problems.js';
import type { Actor } from '../../vocabulary/index.js';
import { clockOf } from '../../work/clock.js';
import { holdingOf } from '../../work/holding.js';
import { openTasks, type OpenTask } from '../../work/open-tasks.js';
import { breachOf, deedOf, eventOf, findPiece, isWork, knowsOf, type Deed, type Piece } from '../../work/pieces.js';
import type { CommandOf } from '../commands.js';
import type { ProposalEvent } from '../events.js';
import type { Assignment, By } from '../proposal.js';
import type { CommandRule, Situation } from '../situation.js';

type Given = CommandOf<'AssignTask'>;
type Seen = Omit<Situation, 'by'>;

/** Throws when there is none: whether there is, was asked before. */
function pieceOf({ work }: Given, { proposal }: Seen): Piece {
  const piece = findPiece(work, proposal);
  if (!piece) throw new Error(`There is no work ${work} on this proposal.`);
  return piece;
}

const deed = (command: Given, situation: Seen): Deed => deedOf(pieceOf(command, situation));

const findOpen = ({ work }: Given, { proposal, facts: { clock = [] } }: Seen): OpenTask | undefined =>
  openTasks(proposal, clockOf(clock)).find(task => task.work === work);

const holderNow = (command: Given, situation: Seen): Assignment | undefined => {
  const { proposal, facts } = situation;
  const task = findOpen(command, situation);
  return task && holdingOf(task, proposal, facts.colleagues ?? []);
};

export const assignTask: CommandRule<'AssignTask'> = {
  malformed: ({ work }) => (isWork(work) ? [] : [{ path: 'work', code: 'unknown-work' }]),
  isMissing: ({ work }, { actor, proposal }) => {
    const piece = findPiece(work, proposal);
    return !piece || !knowsOf(actor, piece, proposal);
  },
  action: (command, situation) => deed(command, situation).action,
  circumstance: (command, situation) => deed(command, situation).circumstance,
  breach: (command, situation) => breachOf(pieceOf(command, situation), situation.proposal, situation.by.personId),
  /** What somebody else has taken is passed on by them, or by whoever names them: nobody takes it unawares. */
  clash: (command, situation) => {
    const holder = holderNow(command, situation)?.to.personId;
    if (!holder || [situation.by.personId, command.from].includes(holder)) return undefined;
    return conflict('already-taken', { code: 'already-taken', subject: `person:${holder}` });
  },
  faults: (command, situation) =>
    command.to === undefined || findTaker(command, situation)
      ? []
      : [{ path: 'to', code: 'unknown-person', expected: 'a person of the directory' }],
  events: ({ work = '' }) => eventOf(work),
  decide: (command, situation) => {
    const task = findOpen(command, situation);
    if (!task) return blockedBy('not-waiting');
    if (task.isOnePersons) return blockedBy('one-persons-own');
    if (!task.may(situation.actor)) return denied();
    return command.to === undefined ? giveBack(command, situation) : giveTo(task, command, situation);
  },
};

const findTaker = ({ to }: Given, { actor, facts: { colleagues = [] } }: Seen): Actor | undefined =>
  to === actor.personId ? actor : colleagues.find(({ personId }) => personId === to);

const giveBack = (command: Given, situation: Situation): ProposalEvent[] | Problem =>
  holderNow(command, situation) ? assigned(command, situation, null) : blockedBy('not-taken');

function giveTo(task: OpenTask, command: Given, situation: Situation): ProposalEvent[] | Problem {
  if (holderNow(command, situation)?.to.personId === command.to) return blockedBy('already-theirs');
  const taker = findTaker(command, situation);
  if (!taker) throw new Error('Whom to give it to was not looked up.');
  const piece = pieceOf(command, situation);
  const { action, circumstance } = deedOf(piece);
  const holding = holdingFor(taker, action, situation.proposal, circumstance);
  const breach = breachOf(piece, situation.proposal, taker.personId);
  if (holding && !breach && task.may(taker))
    return assigned(command, situation, { personId: taker.personId, ...holding });
  const code = !holding || !breach ? 'taker-lacks-role' : takersBreach[breach];
  return blocked('not-theirs', { code, subject: command.work });
}

const takersBreach: Record<Breach, BlockerCode> = {
  'separation-of-duties': 'taker-had-a-part',
  'conflict-of-interest': 'taker-in-conflict',
};

/** A concern among reviewers is not named to others by who takes it. */
function assigned(command: Given, situation: Situation, to: By | null): ProposalEvent[] {
  const { work, note } = command;
  const piece = pieceOf(command, situation);
  const audience = piece.of === 'concern' ? { audience: piece.concern.audience } : {};
  return [{ type: 'TaskAssigned', work, to, ...audience, ...(note ? { note } : {}) }];
}
