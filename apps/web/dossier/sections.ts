// The sections of the editor, in order, and how each stands: what a list of things to do says.
import { count } from '../words/define-words.js';
import { standingHere, writingOf, type QuestionShape } from './answers.js';
import { answerAt, idsIn, place, textAt, type Json, type Leaves } from './leaves.js';
import { sectionWords } from './sections.words.js';
import type { Held } from './sendable.js';
import { isBlank } from './text-fault.js';
import type { Tone } from '../words/states.js';

export const sectionKeys = [
  ...(['summary', 'facts', 'purposes', 'dataItems', 'recipients', 'alternatives', 'risks', 'retention'] as const),
  ...(['PM', 'PR', 'RK', 'CN', 'TC'] as const),
] as const;
export type SectionKey = (typeof sectionKeys)[number];

const questionSections = ['PM', 'PR', 'RK', 'CN', 'TC'] as const;
export const isOfQuestions = (section: SectionKey): boolean => questionSections.some(each => each === section);

export const titleOf = (section: SectionKey): string => sectionWords[section];

/** The section that shows a place: of `answers`, the one that its question is in. */
export function sectionFor(at: string): SectionKey {
  const [section = '', rest = ''] = at.split(/[.-](.*)/s);
  if (section === 'answers') return questionSections.find(each => rest.startsWith(`${each}-`)) ?? 'PM';
  if (section === 'title') return 'summary';
  if (section === 'transferRoute') return 'retention';
  return sectionKeys.find(each => each === section) ?? 'summary';
}

/** From the address: `/dossier/answers#answers-PM-1` and `/dossier/PM` are both the questions about the purpose. */
export const sectionAt = (section: string | undefined, hash: string): SectionKey =>
  sectionFor(section === 'answers' && hash ? hash : (section ?? 'summary'));

export const questionsIn = <Question extends { id: string }>(
  section: SectionKey,
  questions: readonly Question[],
): readonly Question[] => questions.filter(({ id }) => id.startsWith(`${section}-`));

export interface SectionState {
  word: string;
  tone: Tone;
}

export interface Asked extends QuestionShape {
  required: boolean;
}

interface Written {
  leaves: Leaves;
  /** Those that apply. */
  questions: readonly Asked[];
  held: readonly Held[];
}

const done: SectionState = { word: sectionWords.done, tone: 'settled' };
const begun: SectionState = { word: sectionWords.inProgress, tone: 'waiting' };
const empty: SectionState = { word: sectionWords.notBegun, tone: 'plain' };
const notYet = (needs: string): SectionState => ({ word: sectionWords.cannotStart(needs), tone: 'plain' });
const missing = (many: number): SectionState => ({ word: sectionWords.toAnswer(many), tone: 'waiting' });

export function stateOf(section: SectionKey, written: Written): SectionState {
  const state = isOfQuestions(section) ? questionsState(section, written) : partState(section, written);
  const isHeld = written.held.some(({ place: at }) => sectionFor(at) === section);
  return isHeld && state === done ? begun : state;
}

function partState(section: SectionKey, { leaves }: Written): SectionState {
  if (section === 'summary') return textState([textAt(leaves, 'title'), textAt(leaves, 'summary')]);
  if (section === 'retention') return textState([textAt(leaves, 'retention'), textAt(leaves, 'transferRoute')]);
  if (section === 'facts') return leaves['facts.identifiability'] ? done : missing(1);
  const list = section as 'purposes' | 'dataItems' | 'recipients' | 'alternatives' | 'risks';
  if (list === 'dataItems' && idsIn(leaves, 'purposes').length === 0) return notYet(sectionWords.aPurpose);
  const ids = idsIn(leaves, list);
  if (ids.length === 0) return empty;
  const open = ids.filter(id => lacks[list]?.some(field => isNothing(leaves[place(list, id, field)]))).length;
  return open > 0 ? missing(open) : done;
}

/** What a row may be saved without and should not be submitted without. */
const lacks: Readonly<Record<string, readonly string[]>> = {
  dataItems: ['necessity'],
  alternatives: ['whyNot'],
  risks: ['mitigation', 'owner', 'residualLikelihood', 'residualConsequence'],
};

const isNothing = (leaf: Json | undefined): boolean =>
  leaf === undefined || leaf === null || (typeof leaf === 'string' && isBlank(leaf));

const textState = (texts: readonly string[]): SectionState => {
  const blank = texts.filter(isBlank).length;
  return blank === 0 ? done : blank === texts.length ? empty : begun;
};

function questionsState(section: SectionKey, { leaves, questions }: Written): SectionState {
  if (!leaves['facts.identifiability']) return notYet(sectionWords.howIdentifying);
  const open = questionsIn(section, questions).filter(
    question => question.required && writingOf(question) !== 'computed' && isOpen(question, leaves),
  );
  return open.length === 0 ? done : missing(open.length);
}

export const isOpen = (question: QuestionShape, leaves: Leaves): boolean =>
  standingHere(question, answerAt(leaves, question.id), idsIn(leaves, 'purposes')) === 'unanswered';

/** “3 of 13 sections done”. */
export const progressOf = (states: readonly SectionState[]): string =>
  sectionWords.progress(states.filter(state => state === done).length, count(states.length, 'section'));
