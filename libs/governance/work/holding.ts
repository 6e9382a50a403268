// Who has taken a piece of work. Taking it grants no right and takes none; it is a word among those who may do it anyway.
import { roleFor } from '../policy.js';
import type { Assignment, Proposal } from '../proposal/proposal.js';
import type { Actor } from '../vocabulary/index.js';
import type { Clock } from './clock.js';
import { openTasks, type OpenTask } from './open-tasks.js';
import { findPiece, knowsOf } from './pieces.js';

/**
 * As far as it counts: it was said since this work began to wait, and they may do it still. Nothing ends it but that: once the work is
 * done it waits no more, and when it waits again, it does so since a later moment. `colleagues` are people with their roles in force;
 * whoever belongs to several organisations may be among them once for each.
 */
export function holdingOf(
  task: OpenTask,
  { assignments = [] }: Proposal,
  colleagues: readonly Actor[],
): Assignment | undefined {
  const said = assignments.find(({ work, at }) => work === task.work && at >= task.since);
  return colleagues.some(each => each.personId === said?.to.personId && task.may(each)) ? said : undefined;
}

export interface Holding {
  task: OpenTask;
  said: Assignment;
}

/** Who has taken what waits there; to partners, of what is theirs to see. */
export function holdingsFor(actor: Actor, proposal: Proposal, clock: Clock, colleagues: readonly Actor[]): Holding[] {
  const readsAll = roleFor(actor, 'read', proposal) !== undefined;
  return openTasks(proposal, clock).flatMap(task => {
    const said = holdingOf(task, proposal, colleagues);
    const piece = said && findPiece(task.work, proposal);
    const isSeen = piece && knowsOf(actor, piece, proposal) && (readsAll || ['concern', 'say'].includes(piece.of));
    return said && isSeen ? [{ task, said }] : [];
  });
}

/** The organisations where those hold their roles who have taken anything. */
export const holdersAt = ({ assignments = [] }: Proposal): string[] => [
  ...new Set(assignments.map(({ to }) => to.organisationId)),
];
