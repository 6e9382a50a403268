// Somebody's tasks on a proposal: what they may do, what of it waits on others first, and what of theirs others hold up.
import { dayOf, endOfWeek, targetCalendar, workingDaysLeft } from '../calendar/index.js';
import type { Assignment, Proposal } from '../proposal/proposal.js';
import { roleFor } from '../policy.js';
import type { Actor } from '../vocabulary/index.js';
import type { Clock } from './clock.js';
import { holdingOf } from './holding.js';
import { openTasks, type OpenTask } from './open-tasks.js';

export type TaskGroup = 'OVERDUE' | 'THIS_WEEK' | 'LATER' | 'WAITING_ON_OTHERS';

export interface Task extends OpenTask {
  /** The same as long as the task stands. */
  id: string;
  proposalId: string;
  /** May this person do it, as far as it is theirs to do? */
  isMine: boolean;
  /** What others have to do first; empty for what this person can do now. */
  waitsFor: OpenTask[];
  changedPaths: string[];
  /** Who has taken it, if anybody has. */
  holder?: Assignment | undefined;
  /** By somebody else; if it was this person's to do, it still is. */
  isTaken: boolean;
}

/** `colleagues` are those who have taken anything, with their roles in force. */
export function tasksOf(actor: Actor, proposal: Proposal, clock: Clock, colleagues: readonly Actor[]): Task[] {
  const open = openTasks(proposal, clock);
  return open.flatMap((task): Task[] => {
    const isMine = task.may(actor);
    if (!isMine && !(task.holdsUp(actor) && isSeen(actor, task, proposal))) return [];
    const before = isMine ? predecessors(task, open).filter(each => !each.may(actor)) : [task];
    const id = `${task.kind} ${proposal.id} ${task.work}`;
    const holder = holdingOf(task, proposal, colleagues);
    const standing = { isMine, waitsFor: before, changedPaths: changed(task, proposal) };
    const isTaken = holder !== undefined && holder.to.personId !== actor.personId;
    return [{ ...task, id, proposalId: proposal.id, ...standing, holder, isTaken }];
  });
}

const predecessors = ({ after = [] }: OpenTask, open: readonly OpenTask[]): OpenTask[] =>
  open.filter(({ subject }) => after.some(key => subject === `signOff:${key}`));

/** A concern among reviewers is not the author's to know of. */
function isSeen(actor: Actor, { subject = '' }: OpenTask, proposal: Proposal): boolean {
  const concern = proposal.concerns.find(({ id }) => subject === `concern:${id}`);
  return !concern || roleFor(actor, 'readConcern', proposal, { concern }) !== undefined;
}

const changed = ({ kind, subject }: OpenTask, { signOffs }: Proposal): string[] =>
  kind === 'GIVE_AGAIN'
    ? (Object.values(signOffs).find(({ key }) => subject === `signOff:${key}`)?.staleBecause ?? [])
    : [];

/** On what has to come first, or on whoever has taken it. */
const isWaiting = ({ waitsFor, isTaken }: Task): boolean => waitsFor.length > 0 || isTaken;

/** `now` in ISO 8601. */
export function groupOf(task: Task, now: string): TaskGroup {
  if (isWaiting(task)) return 'WAITING_ON_OTHERS';
  const { dueOn } = task;
  const today = dayOf(now);
  if (dueOn === undefined || dueOn > endOfWeek(today)) return 'LATER';
  return dueOn < today ? 'OVERDUE' : 'THIS_WEEK';
}

/** To the last day; undefined without one. */
export const daysLeft = ({ dueOn }: OpenTask, now: string): number | undefined =>
  dueOn === undefined ? undefined : workingDaysLeft(targetCalendar, now, dueOn);

const never = '9999-12-31';

/** What comes first: one's own before what waits on others, the earliest last day, and what has waited longest. */
export const orderKey = (task: Task): [string, string, string, string] => [
  isWaiting(task) ? '1' : '0',
  task.dueOn ?? never,
  task.since,
  task.id,
];
