// What waits on others, by proposal: one row and one link each, however many people it waits for.

interface Waiting {
  dueOn: string | null;
  proposal: { id: string };
}

export interface Held<Task> {
  proposal: string;
  tasks: Task[];
  /** The earliest last day of what it waits for; null where none is set. */
  dueOn: string | null;
}

/** In the order in which each proposal comes first. */
export function byProposal<Task extends Waiting>(tasks: readonly Task[]): Held<Task>[] {
  const groups = Map.groupBy(tasks, task => task.proposal.id);
  return [...groups].map(([proposal, own]) => {
    const days = own.flatMap(({ dueOn }) => dueOn ?? []).sort();
    return { proposal, tasks: own, dueOn: days[0] ?? null };
  });
}
