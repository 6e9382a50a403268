// What the frame of the app says.
import { defineWords } from '../words/define-words.js';

export const appWords = defineWords({
  product: 'Assent',
  myWork: 'My work',
  proposals: 'Proposals',
  history: 'History',
  reports: 'Reports',
  learning: 'Learning',
  people: 'People',
  help: 'Help',
  accessibility: 'Accessibility',
  tokens: 'Access tokens',
  signOut: 'Sign out',
  mainNavigation: 'Main',
  inThisProposal: 'In this proposal',
  skip: 'Skip to the content',
  menu: 'Menu',
  search: 'Search proposals',
  loading: 'Loading …',
  csv: 'Save as CSV',
  connectionLost: 'The connection is lost. We keep trying; what you wrote stays here.',
  connectionBack: 'The connection is back.',
  sessionEnded: 'Your session has ended.',
  signedOut: 'What you wrote is kept in this browser, and you come back to this page.',
  signInAgain: 'Sign in again',
  showAgain:
    'An act of this weight asks you to show again who you are; it has been a while. You come back to this page, and can then send it.',
  signInTitle: 'Sign in to Assent',
  signInLead: 'You come back to this page afterwards.',
  signIn: 'Sign in',
  unreachable:
    'No answer came, so it is not certain that this was recorded. Try again: it is recorded once, however often you do.',
  fault: (id: string | undefined) =>
    `Something failed on our side. It is logged${id ? ` under ${id}` : ''}; try again, or tell whoever runs Assent.`,
  cancel: 'Cancel',
  tryAgain: 'Try again',
  nothingTitle: 'There is nothing here for you',
  nothingText:
    'Either the address is wrong, or what it leads to is not shared with you. The answer is the same in both cases.',
  failedTitle: 'This page could not be shown',
  toMyWork: 'Go to my work',
  invalid: 'This cannot be recorded as it is.',
  denied: 'You may not do this.',
  blocked: 'Not yet.',
  conflict: 'Somebody was faster.',
  meanwhile: (news: string | undefined) =>
    `${news ?? 'The proposal changed while you wrote.'} Nothing of yours is recorded yet, and your words are still here. Look at what changed, then send again.`,
  notFound: 'It is not there.',
  show: 'Show',
});
