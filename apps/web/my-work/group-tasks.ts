// Tasks under the headings of the screen, in the order in which they come: what is late first, what waits on others last.

export const groups = ['OVERDUE', 'THIS_WEEK', 'LATER', 'WAITING_ON_OTHERS'] as const;
export type Group = (typeof groups)[number];

export interface Grouped<Task> {
  group: Group;
  tasks: Task[];
  /** On all pages. */
  count: number;
}

interface Counts {
  overdue: number;
  thisWeek: number;
  later: number;
  waitingOnOthers: number;
}

export const countsByGroup = ({ overdue, thisWeek, later, waitingOnOthers }: Counts): Record<Group, number> => ({
  ...{ OVERDUE: overdue, THIS_WEEK: thisWeek, LATER: later, WAITING_ON_OTHERS: waitingOnOthers },
});

/** Those that this page holds something of. Within a group the order is the API’s. */
export function groupTasks<Task extends { group: Group }>(tasks: readonly Task[], counts: Counts): Grouped<Task>[] {
  const byGroup = countsByGroup(counts);
  return groups
    .map(group => ({ group, tasks: tasks.filter(task => task.group === group), count: byGroup[group] }))
    .filter(grouped => grouped.tasks.length > 0);
}
