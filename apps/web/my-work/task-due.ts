// How late or near a task is, counted in working days of New Zealand, as words with a tone.
import { count } from '../words/define-words.js';
import type { State } from '../words/states.js';

export interface Timed {
  group: string;
  /** From today to the last day; less than 0 is late. */
  workingDaysLeft: number | null;
  dueOn: string | null;
}

export function dueState({ group, workingDaysLeft, dueOn }: Timed): State {
  if (group === 'WAITING_ON_OTHERS') return { tone: 'plain', word: 'Not your turn yet' };
  if (dueOn === null) return { tone: 'plain', word: 'No last day' };
  if (workingDaysLeft === null) return { tone: 'plain', word: 'Due' };
  if (workingDaysLeft < 0) return { tone: 'blocked', word: `${count(-workingDaysLeft, 'working day')} late` };
  if (workingDaysLeft === 0) return { tone: 'waiting', word: group === 'OVERDUE' ? 'Late' : 'Due today' };
  return {
    tone: group === 'THIS_WEEK' ? 'waiting' : 'plain',
    word: `Due in ${count(workingDaysLeft, 'working day')}`,
  };
}
