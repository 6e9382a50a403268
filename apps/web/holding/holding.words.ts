// What is said of work that somebody has taken.
import { defineWords } from '../words/define-words.js';

export const holdingWords = defineWords({
  take: 'Take it',
  takeOver: 'Take it over',
  giveBack: 'Give it back',
  give: 'Give it to…',
  /** What it is about, after the word on the button. */
  about: (button: string, what: string) => `${button}: ${what}`,
  yours: 'You have had this since',
  yoursFrom: (giver: string) => `${giver} gave this to you on`,
  theirs: (name: string) => `${name} has had this since`,
  theirsFrom: (name: string, giver: string) => `${giver} gave this to ${name} on`,
  taken: 'Taken by a colleague',
  giveTitle: 'Give it to a colleague',
  giveWhat:
    'They are asked to do it, and you are not: it moves to what waits on others. Whoever may do it still may, so nothing is lost if they cannot.',
  whom: 'To whom?',
  nobody: 'Nobody else may do this at present. Ask an administrator whether somebody should hold the role.',
  note: 'A word to them',
  noteOfLead: 'Your organisation and the auditor can read it; partners do not. It stays in the history.',
  noteOfPartner:
    'Your organisation can read it, and so can the lead organisation and the auditor. It stays in the history.',
  choose: 'Choose somebody first.',
  send: 'Give it to them',
});
