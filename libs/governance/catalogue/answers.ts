// How a question stands on a dossier: answered, an open gap, unanswered or failing. Shapes as in `docs/rules.md`, Answers.
import type { Answer, Dossier, Json } from '../proposal/dossier.js';
import { isBlank } from '../proposal/words.js';
import type { Question } from './schema.js';

export type Standing = 'answered' | 'gap' | 'unanswered' | 'failing';

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: Json | undefined): value is string => typeof value === 'string' && !isBlank(value);
const isRung = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 7;

const optionsOf = ({ answer }: Question): string[] => answer.options ?? ['yes', 'no'];

type ShapeCheck = (value: Json, question: Question, dossier: Dossier) => boolean;

const isOption = (value: Json | undefined, question: Question): boolean =>
  typeof value === 'string' && optionsOf(question).includes(value);

const optionWithText: ShapeCheck = (value, question) =>
  isObject(value) &&
  Object.keys(value).every(key => key === 'choice' || key === 'text') &&
  isOption(value['choice'], question) &&
  isText(value['text']);
const rungPerPurpose: ShapeCheck = (value, _, { purposes }) =>
  isObject(value) && purposes.every(({ id }) => Object.hasOwn(value, id) && isRung(value[id]));
const entries: ShapeCheck = value =>
  Array.isArray(value) ? value.length > 0 && value.every(entry => isText(entry) || isObject(entry)) : isText(value);

const shapes: Partial<Record<Question['answer']['type'], ShapeCheck>> = {
  computed: () => false,
  long_text: isText,
  date_or_text: isText,
  yes_no: isOption,
  choice: isOption,
  yes_no_evidence: optionWithText,
  choice_text: optionWithText,
  choice_per_purpose: rungPerPurpose,
};

/** Has `value` the shape that the question asks for? Keys of a rung table that name no purpose are ignored. */
export const hasShape = (question: Question, value: Json, dossier: Dossier): boolean =>
  (shapes[question.answer.type] ?? entries)(value, question, dossier);

const chosen = (value: Json | undefined): Json | undefined => (isObject(value) ? value['choice'] : value);

/** A stored value that no longer has its shape counts as unanswered. Computed questions are not asked here. */
export function standingOf(question: Question, answer: Answer | undefined, dossier: Dossier): Standing {
  if (answer?.gap !== undefined) return 'gap';
  if (answer?.value === undefined || !hasShape(question, answer.value, dossier)) return 'unanswered';
  const choice = chosen(answer.value);
  return typeof choice === 'string' && question.answer.failsOn?.includes(choice) ? 'failing' : 'answered';
}

export const answerTo = (dossier: Dossier, questionId: string): Answer | undefined =>
  dossier.answers.find(answer => answer.questionId === questionId);
