// A task as the public API shows it.
import { daysLeft, groupOf, type Actor, type Holding, type OpenTask, type Task } from '#governance';
import { taskReason } from '#messages';
import { personRef, type PersonRef } from '../identity/person-ref.js';
import { proposalView, type SeenProposal } from '../proposals/proposal-view.js';

export type TaskView = ReturnType<typeof taskView>;

/** `now` in ISO 8601. */
export function taskView(task: Task, seen: SeenProposal, now: string) {
  const { id, kind, subject, work, since, dueOn, changedPaths, holder } = task;
  return {
    ...{ id, kind, subject, work, since, dueOn, changedPaths, task },
    holder: holder ? holdingView({ task, said: holder }, seen) : null,
    isAssignable: isAssignable(task),
    group: groupOf(task, now),
    why: taskReason(task, seen.proposal),
    workingDaysLeft: daysLeft(task, now),
    proposal: proposalView(seen),
  };
}

/** What is one's own to do, and others' as well. */
export const isAssignable = ({ isMine, isOnePersons = false }: Task): boolean => isMine && !isOnePersons;

/** Partners know their own people only, and read what those said. */
export function holdingView({ task: { work, kind }, said: { to, by, at, note } }: Holding, { reading }: SeenProposal) {
  const [person, giver] = [to, by].map(each => personRef(each, reading.knows(each)));
  return { work, kind, person, by: giver, since: at, note: reading.knows(by) ? (note ?? null) : null };
}

/** Who of these could do one of these pieces of work, each in the first role that permits it; whom the viewer may not know, once a role. */
export function doers(work: readonly OpenTask[], holders: readonly Actor[], { reading }: SeenProposal): PersonRef[] {
  const refs = holders.flatMap(holder => {
    const held = holder.roles.find(role => work.some(task => task.may({ ...holder, roles: [role] })));
    const by = held && { personId: holder.personId, ...held };
    return by ? [personRef(by, reading.knows(by))] : [];
  });
  return [...new Map(refs.map(ref => [ref.id, ref])).values()];
}
