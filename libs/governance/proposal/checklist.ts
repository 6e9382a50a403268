// The review checklist: question by question, whether the author's answer holds. What may be handed in, what it stands in the way of,
// and how it is kept. `docs/rules.md` 6.
import { z } from 'zod';
import type { Catalogue, Question } from '../catalogue/index.js';
import type { Fault } from '../problems.js';
import { ticks } from '../vocabulary/index.js';
import type { Checklist, ChecklistAnswer } from './proposal.js';
import type { OpenQuestion } from './requirements.js';
import { opaqueId, optionalText } from './words.js';

const answer = z
  .strictObject({ questionId: opaqueId, answer: z.enum(ticks), note: optionalText })
  .superRefine(({ answer: tick, note }, context) => {
    if (tick === 'YES' || note !== undefined) return;
    context.addIssue({ code: 'custom', path: ['note'], params: { fault: 'blank' } });
  });

const eachOnce = (answers: readonly { questionId: string }[], context: z.RefinementCtx): void => {
  const ids = answers.map(({ questionId }) => questionId);
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) < index) context.addIssue({ code: 'custom', path: [index], params: { fault: 'duplicate' } });
};

/** A No and a “does not apply” say why. Left out and empty are the same: nothing was gone through. */
export const checklistShape = z
  .array(answer)
  .max(500)
  .superRefine(eachOnce)
  .nullish()
  .transform(value => value ?? []);

type Given = z.infer<typeof checklistShape>;

/** `held`: the questions that the sign-off holds and that apply. */
export const checklistFaults = ({ questions }: Catalogue, held: readonly Question[], given: Given): Fault[] =>
  given
    .filter(({ questionId }) => held.every(({ id }) => id !== questionId))
    .map(({ questionId }) => ({
      path: `checklist.${questionId.slice(0, 64)}`,
      code: questions.has(questionId) ? 'not-asked' : 'unknown-question',
    }));

/** A No to a blocking question counts as an answer that fails: the sign-off is not met past one's own No. */
export const deniedQuestions = (held: readonly Question[], given: Given): OpenQuestion[] =>
  held
    .filter(({ id, blocking }) => blocking && given.some(each => each.questionId === id && each.answer === 'NO'))
    .map(question => ({ question, standing: 'failing', blocker: { code: 'checklist-no', subject: question.id } }));

/** In the catalogue's order, with how many questions there were to go through; undefined where none was. */
export function newChecklist({ pin }: Catalogue, held: readonly Question[], given: Given): Checklist | undefined {
  if (given.length === 0) return undefined;
  const answers = held.flatMap(({ id }): ChecklistAnswer[] =>
    given
      .filter(({ questionId }) => questionId === id)
      .map(({ note, ...ticked }) => ({ ...ticked, ...(note === undefined ? {} : { note }) })),
  );
  return { catalogue: pin, total: held.length, answers };
}
