// Why a task is there, in a sentence for the person who has it or waits for it.
import { getDefinition, requiredSignOff, type Proposal, type SignOffKey, type Task } from '#governance';
import { oneOfRoles } from './one-of-roles.js';
import { placesInWords } from './places.js';

type Reason = (task: Task, proposal: Proposal) => string;

const keyOf = ({ subject }: Pick<Task, 'subject'>): SignOffKey =>
  (subject?.slice('signOff:'.length) ?? '') as SignOffKey;

const titleOf = (task: Pick<Task, 'subject'>, { workflow }: Proposal): string =>
  `“${requiredSignOff(getDefinition(workflow), keyOf(task))?.title ?? keyOf(task)}”`;

const givers = (task: Task, { workflow }: Proposal): string =>
  oneOfRoles(requiredSignOff(getDefinition(workflow), keyOf(task))?.roles ?? []);

const weight = ({ subject }: Task, { concerns }: Proposal): string =>
  concerns.find(({ id }) => subject === `concern:${id}`)?.severity.toLowerCase() ?? '';

/** What is one's own and cannot be met before something else. */
const held: Reason = (task, proposal) =>
  `The sign-off ${titleOf(task, proposal)} can be met only after ${task.waitsFor.map(each => titleOf(each, proposal)).join(' and ')}.`;

const reasons: Record<Task['kind'], Reason> = {
  REVISE: (_, { state }) =>
    state === 'RETURNED' ? 'It was returned to you for more work.' : 'Your draft is not ready to be submitted yet.',
  SUBMIT: () => 'Nothing is missing: you can submit it.',
  GIVE_SIGN_OFF: (task, proposal) =>
    task.isMine
      ? `The sign-off ${titleOf(task, proposal)} is missing, and you may give it.`
      : `The sign-off ${titleOf(task, proposal)} is missing; ${givers(task, proposal)} gives it.`,
  GIVE_AGAIN: (task, proposal) =>
    `${placesInWords(task.changedPaths)} changed since the sign-off ${titleOf(task, proposal)} was given on revision ${proposal.signOffs[keyOf(task)]?.onRevision ?? 1}.`,
  ANSWER_CONCERN: (task, proposal) =>
    task.isMine
      ? `A ${weight(task, proposal)} concern is open: until it is answered it holds the decision.`
      : 'Your concern has not been answered yet.',
  SETTLE_CONCERN: () => 'Your concern was answered: say whether you accept the answer.',
  DECIDE: ({ isMine }) =>
    isMine
      ? 'Every sign-off is given and no concern is open: it can be decided.'
      : 'It is ready, and waits to be decided.',
  MEET_CONDITION: () => 'A condition waits for your evidence that it is met.',
  CONFIRM_CONDITION: ({ isMine }) =>
    isMine
      ? 'The author has shown evidence for a condition: read it, and confirm it if it will do.'
      : 'Your evidence for a condition waits to be confirmed.',
  HAVE_YOUR_SAY: () => 'Your organisation is invited: raise a concern, propose another way, or comment.',
};

export const taskReason: Reason = (task, proposal) =>
  task.isMine && task.waitsFor.length > 0 ? held(task, proposal) : reasons[task.kind](task, proposal);
