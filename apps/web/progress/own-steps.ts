// Whose step comes next: what I may do, now or once something else is done, and what waits for others altogether.
import { keyOf } from '../my-work/task-place.js';

interface Waiting {
  kind: string;
  group: string;
  subject: string | null;
}

interface Boxed {
  key: string;
  whoMay: readonly { id: string }[];
}

export interface Steps<Task> {
  own: Task[];
  /** Without the sign-offs: each of those stands among what is in the way, and in the list of sign-offs. */
  others: Task[];
}

/** `me` is the id of the viewer. Of what waits, a sign-off alone can be one’s own: it comes after another sign-off. */
export function ownSteps<Task extends Waiting>(tasks: readonly Task[], signOffs: readonly Boxed[], me: string) {
  const mayGive = (task: Task) =>
    signOffs.some(({ key, whoMay }) => key === keyOf(task) && whoMay.some(({ id }) => id === me));
  const isOwn = (task: Task) => task.group !== 'WAITING_ON_OTHERS' || (isSignOff(task) && mayGive(task));
  const steps: Steps<Task> = {
    own: tasks.filter(isOwn),
    others: tasks.filter(task => !isOwn(task) && !isSignOff(task)),
  };
  return steps;
}

const isSignOff = ({ kind }: Waiting): boolean => kind === 'GIVE_SIGN_OFF' || kind === 'GIVE_AGAIN';
