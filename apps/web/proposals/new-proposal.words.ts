// What a new proposal is begun with.
import { defineWords } from '../words/define-words.js';

export const newProposalWords = defineWords({
  screen: 'New proposal',
  lead: 'It begins as a draft that your organisation sees. Partners see it once it is submitted.',
  notYours: 'Analysts begin proposals. Ask one of your organisation.',
  how: 'Begin with',
  blank: 'An empty dossier',
  blankHelp: 'The editor leads through it, section by section.',
  copy: 'A copy of another proposal',
  copyHelp: 'Its dossier, as far as you may read it. Nothing in the copy counts as signed or as a partner’s.',
  urgent: 'The record of an urgent disclosure',
  urgentHelp:
    'Something was shared to keep somebody from serious harm. It is recorded afterwards, not approved beforehand.',
  title: 'Title',
  titleHelp: 'What people will call it. A few plain words.',
  urgentTitleHelp: 'A few plain words, without names.',
  find: 'Find the proposal to copy',
  findHelp: 'Words of its title, or its reference. Macrons do not matter.',
  which: 'Which one',
  none: 'No proposal that you may read has these words.',
  begin: 'Begin the draft',
  record: 'Put it on record',
  recordWhat: 'It is recorded as it is and cannot be changed afterwards.',
  needTitle: 'Give it a title first.',
  needCopy: 'Choose which proposal to copy first.',
  good: 'Such as:',
  choose: 'Choose',
});
