// What the help says, as pieces: titles, paragraphs and points. Plain words; who needs more asks whoever runs Assent.
import { defineWords } from '../words/define-words.js';

export const helpWords = defineWords({
  title: 'Help',
  lead: 'What Assent is for, what you can do in it, and what it cannot show.',
  onThisPage: 'On this page',
  roles: 'What each role does here',
  rolesLead:
    'A role is held in one organisation, from a day on, often until a day. Yours stand under your name, top right.',
  yours: 'Yours',
  states: 'How to read a state',
  statesLead: 'Every state has a word, a shape and a colour; the word is what counts.',
  tones: 'The shapes',
  proposalStates: 'Where a proposal can be',
  state: 'State',
  meaning: 'What it means',
  shape: 'Shape',
  object: 'How to object',
  receipt: 'How to check a receipt',
  limits: 'What Assent cannot show',
  keys: 'By keyboard',
  ask: 'Whom to ask',
  askText:
    'Whoever runs Assent in your organisation: the people who gave you your role. If something failed, tell them the number that the page showed.',
  toConcerns: 'Find the proposal',
  toHistory: 'Go to the history',
  toAccessibility: 'Accessibility statement',
  toLearning: 'Learn what DPUP asks',
});

export const toneMeanings = {
  settled: 'Done. Nothing has to follow.',
  waiting: 'It is somebody’s turn.',
  blocked: 'It stands in the way, or it is a no.',
  stale: 'It was good, and rests on something that changed since.',
  plain: 'A fact, without more.',
} as const;

export const objecting = [
  'Open the proposal. If your organisation was invited as a partner, use “Have your say”; inside the agency, use “Concerns”.',
  'Say in your own words what worries you, and how much: minor, moderate or substantial. Nobody edits your words.',
  'If only the reviewers should read it, say so. It weighs the same.',
  'Somebody must answer with reasons: accepted, accepted in part, or not accepted. As long as your concern is open, the proposal cannot be approved. Time closes nothing, and silence is never agreement.',
  'Then you say whether the answer settles it. If it does not, dispute it: an approver who goes on must say by name that they overrule you.',
  'You can withdraw your concern at any time. What was said stays in the record.',
] as const;

export const checking = [
  'Everything that you do is an entry in the ledger. On the page of an entry you can download its receipt, a small file.',
  'An entry is first recorded, then sealed: a signed checkpoint over all entries so far includes it. Where witnesses are set up, they sign the checkpoint too. The page of the entry says how far it is.',
  'Your browser computes the proof by itself on the page of the entry: it does not have to believe the server.',
  'Outside this app, the verifier of Assent (npm run verify) judges the file without any connection. It asks for the key of the ledger: have it from its owner, never out of the file.',
  'Keep the receipt. If the entry were ever changed or left out, the receipt would no longer match, and you could show it.',
] as const;

export const limits = [
  'Whether what people write here is true. It shows who said what, in which role and when, not that they are right.',
  'What happens outside. A proposal that was approved says what was agreed; whether data moved, and which, is not seen here.',
  'What nobody wrote down: a conversation, a phone call, a message.',
  'Words that were erased by law. That they were erased, by whom and why stays to be seen; the words do not.',
  'Who really sat at the keyboard. It knows the account that signed in, and for sign-offs and decisions that it did so lately.',
  'That nothing was held back before it was recorded. From the moment something is sealed, it cannot be changed unseen.',
] as const;

export const keyboard = [
  ['Tab', 'to the next control; with Shift, back'],
  ['Enter or Space', 'to press it'],
  ['Arrow keys', 'among the choices of a group or a list'],
  ['Escape', 'to close a dialog or a menu'],
  ['/', 'to the search for proposals, where you are not writing'],
] as const;

export const stateMeanings: Readonly<Record<string, string>> = {
  DRAFTING: 'The author works on it. Partners do not see it yet.',
  IN_REVIEW: 'It was submitted; sign-offs are missing or concerns are open.',
  AWAITING_DECISION: 'All sign-offs are given and no concern is open: an approver can decide.',
  RETURNED: 'It went back to the author, with reasons. Sign-offs that rest on nothing that changes stay.',
  APPROVED: 'Approved, with reasons.',
  APPROVED_WITH_CONDITIONS: 'Approved. Conditions that come first must be met before any data moves.',
  ACTIVE: 'In force.',
  DECLINED: 'Declined, with what would change the decision.',
  SUSPENDED: 'Stopped for the time being.',
  WITHDRAWN: 'The author took it back.',
  REDIRECTED: 'It belongs into another process.',
  EXPIRED: 'Its time is over.',
  CLOSED: 'Finished.',
  URGENT_RECORDED: 'Something was disclosed in an emergency and is recorded here afterwards.',
};

export const accessibilityWords = defineWords({
  title: 'Accessibility statement',
  lead: 'Everybody who works here should be able to do all of their work here.',
  standard: 'The standard',
  standardText:
    'We build to the Web Content Accessibility Guidelines (WCAG) 2.2, levels A and AA, which the New Zealand Government Web Accessibility Standard is based on. Nobody outside has audited it, so we claim no conformance.',
  tested: 'What was tested, and when',
  testedOn: '2026-11-23',
  testedText: 'Last tested on',
  gaps: 'What we know is missing',
  tell: 'Tell us',
  tellText:
    'If something keeps you from your work, tell whoever runs Assent in your organisation: the people who gave you your role. Say which page it is and what you use. They can also do it with you, or give you the same in another form: proposals, tasks and the history can be saved as CSV files, and every proposal prints.',
});

/** What test/web checks at each change, and nothing else: whoever changes one changes the other. */
export const tests = [
  'Automated checks with axe-core on every screen inside the app as it opens, for one role each, in light and dark, at 1280 and 320 CSS pixels, in Chromium. The same for every part that screens are made of, in its states.',
  'Every screen at a width of 320 CSS pixels: the page does not scroll sideways. Wide tables scroll within themselves.',
  'By keyboard alone, in Chromium: an analyst begins a draft, a partner raises a concern, a data steward gives a sign-off, an approver decides. Each stop shows where it is, and after each step the heading of the new screen has the focus.',
  'In forced colours (high contrast): that filled buttons and ticked boxes keep their words and ticks.',
] as const;

export const gaps = [
  'What opens only after something was pressed, such as dialogs, menus and folded forms, was checked in part: drafting, reviewing, proofs and tasks, not every screen.',
  'Each screen was checked with one proposal of the demonstration’s size and as one role sees it. Other states of it may hold other faults.',
  'The sign-in pages were not checked; those of your organisation’s own provider are not part of Assent.',
  'PDF files have headings, lists, tables and a language for screen readers. Nobody checked them against a standard for PDF.',
  'Nobody has used it with a screen reader yet. Roles, names and live messages are there, but unheard.',
  'No browser other than Chromium was tested. Zoom, text spacing, voice control and touch were not tested at all.',
  'People with disabilities have not tested it.',
  'Forced colours and print were looked at on the main screens, in Chromium’s own imitation of them, by the people who built it. Nobody who needs them has tested them.',
  'The texts were not measured for reading age, and there is no easy-read version.',
  'It is in English. Terms of te reo Māori are marked as such, but the page is not available in te reo Māori or in New Zealand Sign Language.',
  'What people write in proposals, such as tables and long answers, is as accessible as they make it.',
] as const;
