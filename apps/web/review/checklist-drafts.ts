// A checklist while it is gone through: what is ticked, what is still missing, and what is sent.
import type { Of } from '../gql/graphql.js';

export interface TickDraft {
  answer: Of<'Tick'> | null;
  note: string;
}

/** By question. */
export type TickDrafts = Readonly<Record<string, TickDraft>>;

interface Ticked {
  questionId: string;
  answer: Of<'Tick'>;
  note: string | null;
}

export const tickAt = (drafts: TickDrafts, questionId: string): TickDraft =>
  Object.hasOwn(drafts, questionId) ? drafts[questionId]! : { answer: null, note: '' };

const isTicked = (drafts: TickDrafts, questionId: string): boolean => tickAt(drafts, questionId).answer !== null;

/** A No and a “does not apply” have to say why. */
export const lacksNote = ({ answer, note }: TickDraft): boolean =>
  answer !== null && answer !== 'YES' && note.trim() === '';

/** `asked`: the questions that the sign-off holds now. What was ticked of others stays where it was written. */
export const answeredOf = (drafts: TickDrafts, asked: readonly string[]): number =>
  asked.filter(id => isTicked(drafts, id)).length;

export const isWhole = (drafts: TickDrafts, asked: readonly string[]): boolean =>
  asked.every(id => !lacksNote(tickAt(drafts, id)));

/** Undefined where nothing was gone through. */
export function checklistInput(drafts: TickDrafts, asked: readonly string[]) {
  const answers = asked.flatMap(questionId => {
    const { answer, note } = tickAt(drafts, questionId);
    return answer === null ? [] : [{ questionId, answer, ...(note.trim() !== '' && { note: note.trim() }) }];
  });
  return answers.length > 0 ? answers : undefined;
}

/** What was ticked last time, to begin with. */
export const draftsFrom = (answers: readonly Ticked[]): TickDrafts =>
  Object.fromEntries(answers.map(({ questionId, answer, note }) => [questionId, { answer, note: note ?? '' }]));
