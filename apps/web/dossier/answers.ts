// The answers to the catalogue’s questions: how each type is written, and whether what stands there is an answer yet.
import type { Answered, Json } from './leaves.js';
import { isBlank, textFault, type Why } from './text-fault.js';

/** As much of a question as its answer depends on. */
export interface QuestionShape {
  id: string;
  answerType: string;
  options: readonly string[];
  columns: readonly string[];
}

/** How an answer is written. `entries`: one text each, or a table where there are columns. */
export type Writing = 'text' | 'choice' | 'choice-and-text' | 'rungs' | 'entries' | 'computed';

const writings: Readonly<Record<string, Writing>> = {
  ...{ long_text: 'text', date_or_text: 'text', yes_no: 'choice', choice: 'choice' },
  ...{ yes_no_evidence: 'choice-and-text', choice_text: 'choice-and-text', choice_per_purpose: 'rungs' },
  computed: 'computed',
};

export const writingOf = ({ answerType }: QuestionShape): Writing => writings[answerType] ?? 'entries';

export const optionsOf = ({ options }: QuestionShape): readonly string[] =>
  options.length > 0 ? options : ['yes', 'no'];

type Entry = string | { [column: string]: Json };

/** What stands in a list or a table, whoever wrote it how: one text is one entry. */
export function entriesOf(value: Json): Entry[] {
  if (typeof value === 'string') return isBlank(value) ? [] : [value];
  if (!Array.isArray(value)) return [];
  return value.map(entry => (isObject(entry) ? entry : isText(entry) ? entry : ''));
}

/** The columns that the catalogue asks for, then any that stand in the entries besides. */
export function columnsOf(question: QuestionShape, entries: readonly Entry[]): string[] {
  const found = entries.flatMap(entry => (typeof entry === 'string' ? [] : Object.keys(entry)));
  return [...new Set([...question.columns, ...found])];
}

export const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: Json | undefined): value is string => typeof value === 'string' && !isBlank(value);

const isEntry = (entry: Json): boolean =>
  isText(entry) || (isObject(entry) && Object.values(entry).some(each => each !== null && each !== ''));

const isWhole: Record<Writing, (value: Json, question: QuestionShape, purposeIds: readonly string[]) => boolean> = {
  text: value => isText(value),
  choice: (value, question) => typeof value === 'string' && optionsOf(question).includes(value),
  'choice-and-text': (value, question) =>
    isObject(value) &&
    typeof value['choice'] === 'string' &&
    optionsOf(question).includes(value['choice']) &&
    isText(value['text']),
  rungs: (value, _, purposeIds) => isObject(value) && purposeIds.every(id => typeof value[id] === 'number'),
  entries: value => entriesOf(value).length > 0 && entriesOf(value).every(isEntry),
  computed: () => false,
};

/** Undefined: it is an answer. */
export function answerFault(
  question: QuestionShape,
  { value, gap, evidence }: Answered,
  purposeIds: readonly string[],
): Why | undefined {
  const texts = [gap, ...evidence, ...textsIn(value)].filter(text => text !== null);
  const fault = texts.map(text => textFault(text, 'text')).find(each => each !== undefined);
  if (fault) return fault;
  if (evidence.some(isBlank)) return 'unfinished';
  if (gap !== null) return isBlank(gap) ? 'unfinished' : undefined;
  return value !== null && isWhole[writingOf(question)](value, question, purposeIds) ? undefined : 'unfinished';
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

export type Standing = 'answered' | 'gap' | 'unanswered';

/** How it stands as it is written here, saved or not. */
export function standingHere(question: QuestionShape, answer: Answered, purposeIds: readonly string[]): Standing {
  if (answerFault(question, answer, purposeIds)) return 'unanswered';
  return answer.gap !== null ? 'gap' : 'answered';
}
