// What the pages for learning say beside what the catalogue holds.
import { count, defineWords } from '../words/define-words.js';
import type { Standing } from './quiz-state.js';

export const learningWords = defineWords({
  title: 'Learning',
  lead: 'What the Data Protection and Use Policy (DPUP) asks of people who share data, in plain words.',
  onThisPage: 'On this page',
  openAll: 'Open all chapters',
  foldAll: 'Fold all chapters',
  principles: 'Five principles',
  guidelines: 'Four guidelines',
  workshop: 'The workshop',
  voices: 'What people said',
  voicesHelp: 'In our words, of what organisations said in public in 2016 and 2017.',
  quiz: 'Six questions',
  quizHelp: 'Each has one right answer. Your answers stay in this browser: nobody else sees them.',
  glossary: 'Glossary',
  sources: 'Sources',
  asked: (questions: number) => `Asked in ${count(questions, 'question')} of a dossier.`,
  minutes: (minutes: number) => `${minutes} min`,
  allMinutes: (minutes: number) => `${minutes} minutes in all. Open a part to read what you do in it.`,
  question: (place: number, of: number) => `Question ${place} of ${of}`,
  right: 'Right.',
  wrong: 'Not this one.',
  answer: 'See the explanation',
  choose: 'Choose an answer first.',
  again: 'Begin again',
  standing: ({ answered, right, of }: Standing) =>
    answered === 0 ? `None of ${of} answered yet.` : `${answered} of ${of} answered, ${right} of them right at once.`,
  term: 'Term',
  meaning: 'What it means',
  find: 'Find a term',
  noTerm: 'There is no such term.',
  maori: 'te reo Māori',
  unreviewed:
    'The meanings are short, for this tool, and people who speak te reo Māori have not reviewed them yet. Where they and a speaker differ, the speaker is right.',
  outside: 'leads out of Assent',
});
