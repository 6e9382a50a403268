// The sections of a dossier and how they stand, in words.
import { count, defineWords } from '../words/define-words.js';

export const sectionWords = defineWords({
  summary: 'Title and summary',
  facts: 'Facts',
  purposes: 'Purposes',
  dataItems: 'Data items',
  recipients: 'Recipients',
  alternatives: 'Less intrusive ways',
  risks: 'Risks',
  retention: 'Keeping and transfer',
  PM: 'Questions: purpose',
  PR: 'Questions: proportionality',
  RK: 'Questions: privacy risk',
  CN: 'Questions: consultation',
  TC: 'Questions: transparency',
  done: 'Done',
  inProgress: 'In progress',
  notBegun: 'Not begun',
  toAnswer: (many: number) => `${many} to answer`,
  cannotStart: (needs: string) => `Cannot start yet: needs ${needs}`,
  aPurpose: 'a purpose',
  howIdentifying: 'the facts, how identifying it is',
  progress: (done: number, all: string) => `${done} of ${all} done`,
  open: (many: number) => count(many, 'question'),
});
