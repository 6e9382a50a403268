// What stands around the screens of one proposal.
import { defineWords } from '../words/define-words.js';

export const frameWords = defineWords({
  whereIsIt: 'Where is it',
  haveYourSay: 'Have your say',
  dossier: 'Dossier',
  review: 'Review',
  concerns: 'Concerns',
  paper: 'Decision paper',
  history: 'History',
  revision: (number: number) => `Revision ${number}`,
});
