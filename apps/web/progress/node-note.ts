// What stands under a state in the chart and in the list: done and how long it took, here since when, next, possible, or not any more.
import { dayText } from '../ui/dates.js';
import type { Of } from '../gql/graphql.js';
import { progressWords } from './progress.words.js';

export interface Noted {
  status: Of<'ProgressStatus'>;
  since: string | null;
  elapsedWorkingDays: number | null;
}

const statusWords: Record<Noted['status'], string> = {
  DONE: progressWords.done,
  HERE: progressWords.here,
  NEXT: progressWords.nextOne,
  POSSIBLE: progressWords.possible,
  OVER: progressWords.over,
};

export function nodeNote({ status, since, elapsedWorkingDays: days }: Noted): string {
  const word = statusWords[status];
  if (status === 'HERE' && since !== null) return `${word} ${progressWords.since(dayText(new Date(since)))}`;
  return status === 'DONE' && days !== null ? `${word}, ${progressWords.days(days)}` : word;
}
