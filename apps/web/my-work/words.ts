// What the screen of one’s own work says.
import type { Of } from '../gql/graphql.js';
import { count, defineWords, listed } from '../words/define-words.js';
import { signOffNames } from '../words/states.js';
import type { Group } from './group-tasks.js';

export const workWords = defineWords({
  title: 'My work',
  nothing: 'Nothing waits for you.',
  lead: (mine: number, others: number) =>
    mine === 0
      ? `Nothing waits for you; ${count(others, 'thing')} of yours ${others === 1 ? 'waits' : 'wait'} on others.`
      : `${count(mine, 'thing')} to do${others > 0 ? `; ${others} more ${others === 1 ? 'waits' : 'wait'} on others first` : ''}.`,
  clock: 'Last days are counted in working days of New Zealand. For what waits on others, your own clock stands still.',
  revision: (revision: number) => `revision ${revision}`,
  waitsFor: (names: readonly string[]) => `Waits for ${listed(names)}.`,
  returnedBy: (name: string) => `${name} returned it:`,
  shown: (shown: number, all: number) => (shown === all ? count(all, 'task') : `${shown} of ${count(all, 'task')}`),
  mentioned: (many: number) => `You were mentioned (${many})`,
  seen: 'Seen',
  seenOf: (reference: string) => `Seen: what was said on ${reference}`,
  begin: 'Where to begin',
  next: 'What comes to you',
});

export const groupWords: Record<Group, string> = {
  OVERDUE: 'Overdue',
  THIS_WEEK: 'Due this week',
  LATER: 'Later',
  WAITING_ON_OTHERS: 'Waiting on others',
};

interface Doing {
  kind: Of<'TaskKind'>;
  proposal: { state: Of<'ProposalState'> };
}

const named = (key: string | undefined): string => `“${signOffNames[key ?? ''] ?? key}”`;

const deeds: Record<Doing['kind'], (key: string | undefined, task: Doing) => string> = {
  REVISE: (_, { proposal }) => (proposal.state === 'RETURNED' ? 'Revise what was returned' : 'Go on with the draft'),
  SUBMIT: () => 'Submit it',
  GIVE_SIGN_OFF: key => `Give the sign-off ${named(key)}`,
  GIVE_AGAIN: key => `Review what changed and give ${named(key)} again`,
  ANSWER_CONCERN: () => 'Answer a concern',
  SETTLE_CONCERN: () => 'Say whether the answer settles your concern',
  DECIDE: () => 'Decide',
  MEET_CONDITION: () => 'Show that a condition is met',
  CONFIRM_CONDITION: () => 'Confirm that a condition is met',
  HAVE_YOUR_SAY: () => 'Have your say',
};

/** What there is to do, as the words of its link. */
export const deedOf = (task: Doing, key: string | undefined): string => deeds[task.kind](key, task);
