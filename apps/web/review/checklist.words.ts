// What a checklist says: while a reviewer goes through it, and afterwards to everybody who reads the sign-off.
import { defineWords } from '../words/define-words.js';

export const tickLabels = defineWords({
  YES: 'Yes',
  NO: 'No',
  NOT_APPLICABLE: 'N.a.',
  spokenNotApplicable: 'N.a., it does not arise here',
});

export const checklistWords = defineWords({
  progress: (answered: number, total: number) => `Checklist: ${answered} of ${total} answered`,
  hint: 'Question by question: does the answer hold? It goes on the record with your sign-off. You may leave questions out.',
  holds: (question: string) => `${question}: does the answer hold?`,
  answer: 'What was answered',
  whyNot: (question: string) => `Why does the answer to ${question} not hold?`,
  whyNotApplicable: (question: string) => `Why does ${question} not arise here?`,
  note: (question: string) => `Note to ${question}`,
  addNote: 'Add a note',
  addNoteTo: (question: string) => `Add a note to ${question}`,
  noteMissing: 'Say why, in a sentence at least.',
  notesMissing: 'In the checklist a No, or what does not arise, has no reason yet.',
  noBlocks: 'With a No here the sign-off cannot be found met.',
  noNeedsCondition: 'With a No here it can be met only with a condition about this question.',
  summary: (answered: number, total: number, no: number) =>
    `Checklist ${answered} of ${total}${no > 0 ? `, ${no} no` : ''}`,
  versioned: (summary: string, version: number) => `${summary} (questions of version ${version})`,
});
