// Whose step comes next: what I may do, now or once something else is done, and what waits for others altogether.
interface Waiting {
  kind: string;
  group: string;
  /** Mine, as it is others’. */
  isAssignable: boolean;
}

export interface Steps<Task> {
  own: Task[];
  /** Without the sign-offs: each of those stands among what is in the way, and in the list of sign-offs. */
  others: Task[];
}

/** Of what waits, some is my own all the same: it comes after a sign-off, or a colleague has taken it. */
export function ownSteps<Task extends Waiting>(tasks: readonly Task[]): Steps<Task> {
  const isOwn = ({ group, isAssignable }: Task) => group !== 'WAITING_ON_OTHERS' || isAssignable;
  return { own: tasks.filter(isOwn), others: tasks.filter(task => !isOwn(task) && !isSignOff(task)) };
}

const isSignOff = ({ kind }: Pick<Waiting, 'kind'>): boolean => kind === 'GIVE_SIGN_OFF' || kind === 'GIVE_AGAIN';
