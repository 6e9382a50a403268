// Tasks that say the same of several things are one step: “7 concerns wait for your answer” rather than seven rows.

interface Waiting {
  kind: string;
  group: string;
  why: string;
  dueOn: string | null;
  subject: string | null;
}

export interface Step<Task> {
  /** The first of them: where to begin. */
  task: Task;
  many: number;
}

/** In the order given. Sign-offs stay apart: each is an act of its own. */
export function joinAlike<Task extends Waiting>(tasks: readonly Task[]): Step<Task>[] {
  const steps = new Map<string, Step<Task>>();
  for (const task of tasks) {
    const isSignOff = task.subject?.startsWith('signOff:') === true;
    const key = [task.kind, task.group, task.why, task.dueOn, isSignOff ? task.subject : ''].join(' ');
    steps.set(key, { task: steps.get(key)?.task ?? task, many: (steps.get(key)?.many ?? 0) + 1 });
  }
  return [...steps.values()];
}
