// A checklist in half a line: how many questions were gone through, of how many, and how often the answer was No.
import { checklistWords } from './checklist.words.js';

interface Counted {
  answered: number;
  total: number;
  answers: readonly { answer: string }[];
}

/** “Checklist 6 of 8, 1 no”. */
export const summaryOf = ({ answered, total, answers }: Counted): string =>
  checklistWords.summary(answered, total, answers.filter(({ answer }) => answer === 'NO').length);
