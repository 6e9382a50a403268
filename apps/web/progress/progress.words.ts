// What the page “where is it” says.
import type { Of } from '../gql/graphql.js';
import { count, defineWords, listed } from '../words/define-words.js';

/** “a, b or c”. */
const either = (names: readonly string[]): string =>
  new Intl.ListFormat('en-NZ', { type: 'disjunction' }).format(names);

export const progressWords = defineWords({
  title: 'Where is it',
  next: 'What you can do next',
  nothingMine: 'Nothing waits for you here.',
  alsoPossible: 'You can also',
  held: 'What stands in the way',
  before: (state: string) => `Before it is “${state}”:`,
  nothingHeld: 'Nothing stands in the way of the next step.',
  nothingTold: 'What the reviewers still have to do is not shown to partners.',
  way: 'Its way',
  chart: 'Chart of its way: the same as the list below it',
  asList: 'The same as a list',
  here: 'Here',
  done: 'Done',
  nextOne: 'Next',
  possible: 'Possible',
  over: 'Not any more',
  since: (day: string) => `since ${day}`,
  days: (days: number) => count(days, 'working day'),
  leadsTo: 'From here:',
  wayGone: 'taken so far',
  wayOpen: 'can be taken now',
  wayHeld: 'next, not possible yet',
  wayFar: 'not from here',
  wayNot: 'not yet',
  facts: 'At a glance',
  elapsed: 'Time taken',
  elapsedOf: (elapsed: number, target: number | null) =>
    target === null ? count(elapsed, 'working day') : `${elapsed} of ${count(target, 'working day')}`,
  paused: (days: number) => `of which ${count(days, 'day')} with its author, returned`,
  overTarget: (over: number) => `${count(over, 'working day')} over the target`,
  notYet: 'Not submitted yet',
  target: (days: number) => `review and decision should take ${count(days, 'working day')}`,
  dueOn: 'Due',
  noDue: 'No last day is set',
  lead: 'Lead organisation',
  author: 'Author',
  partners: 'Partners',
  noPartners: 'None invited',
  workflow: 'Review',
  signOffs: (current: number, all: number) => `Sign-offs: ${current} of ${all} current`,
  toReview: 'To the review',
  staleSince: (revision: number, places: readonly string[]) => `since revision ${revision}: ${listed(places)} changed`,
  onRevision: (revision: number) => `on revision ${revision}`,
  mayGive: (names: readonly string[]) => `Could be given by ${either(names)}`,
  nobodyMay: 'Nobody may give it as things stand',
  concerns: (holding: number, all: number) =>
    all === 0 ? 'Concerns' : `Concerns: ${holding === 0 ? 'none' : holding} of ${all} in the way`,
  concernsRaised: (all: number) => `Concerns: ${all} raised`,
  noConcerns: 'No concern has been raised that you may read.',
  moreConcerns: (more: number) => `and ${count(more, 'concern')} more`,
  forReviewers: 'reviewers only',
  allConcerns: 'All concerns',
  conditions: (met: number, all: number) => `Conditions: ${met} of ${all} met`,
  precedent: 'before any data flow',
  owner: (owner: string) => `${owner} sees to it`,
  by: 'by',
  met: 'Met',
  shown: 'Evidence shown, not confirmed yet',
  unmet: 'Not met yet',
  evidence: 'Evidence',
  showEvidence: 'Show that it is met …',
  confirm: 'Confirm that it is met …',
  evidenceLabel: 'What shows that it is met?',
  evidenceNote: 'On the record, with your name. A privacy officer reads it and confirms the condition, or does not.',
  confirmNote: 'You have seen the evidence above, and it will do. From then on the condition counts as met.',
  confirmLabel: 'What did you look at?',
  evidenceMissing: 'Write what shows it.',
  sendEvidence: 'Show the evidence',
  sendConfirmation: 'Confirm the condition',
  recorded: 'Recorded.',
  risks: 'Risks before and after treatment',
  noRisks: 'No risk is described yet.',
  risk: 'Risk',
  beforeTreatment: 'Before treatment',
  afterTreatment: 'After treatment',
  likelihood: 'Likelihood',
  consequence: 'Consequence',
  tableScroll: 'Risk table, scrolls sideways',
  notRated: 'Not rated yet',
  rated: (rating: number, band: string) => `${rating}, ${band}`,
  ratedAt: (rating: number, band: string, at: string) => `${rating}, ${band}: ${at}`,
  riskNote: 'Likelihood times consequence, 1 to 25.',
  decision: 'The decision',
  lastDecision: 'What was decided last time',
  toPaper: 'Read the decision paper',
  latest: 'What happened last',
  wholeHistory: 'The whole history',
  noEntries: 'Nothing that you may read.',
  readDossier: 'read the dossier',
  readPlan: 'read what is planned',
  alike: (why: string, many: number) => `${why} There are ${many} such.`,
});

/** Where it stands, in a sentence. */
export const standingWords = defineWords({
  drafting: (missing: number) =>
    missing === 0
      ? 'It is being drafted, and lacks nothing: its author can submit it.'
      : `It is being drafted. ${count(missing, 'thing')} ${missing === 1 ? 'is' : 'are'} missing before it can be submitted.`,
  draftingPlain: 'It is being drafted by its author.',
  returned: (missing: number) =>
    `It was returned to its author for more work${missing === 0 ? '. Nothing is missing to submit it again' : `, and ${count(missing, 'thing')} ${missing === 1 ? 'is' : 'are'} missing to submit it again`}.`,
  review: (missing: readonly string[]) => `It is in review: ${listed(missing)} before it can be decided.`,
  reviewPlain: 'It is in review. The lead organisation’s reviewers look at it, and partners have their say.',
  awaiting: 'Every sign-off is given and no concern is open. It waits for the approver.',
  approved: 'It is approved.',
  withConditions: (open: number) =>
    open === 0
      ? 'It is approved with conditions, and all of them are met.'
      : `It is approved with conditions: ${count(open, 'condition')} ${open === 1 ? 'is' : 'are'} not met yet.`,
  withConditionsPlain: 'It is approved with conditions.',
  declined: 'It was declined. The decision says what would change the answer.',
  redirected: 'It was sent to another process.',
  withdrawn: 'It was withdrawn by its author.',
  urgent: 'It is the record of an urgent disclosure, made afterwards. It was never a proposal for decision.',
  other: 'It is past its decision.',
  missingSignOffs: (many: number) => `${count(many, 'sign-off')} ${many === 1 ? 'is' : 'are'} to be given`,
  staleSignOffs: (many: number) => `${count(many, 'sign-off')} ${many === 1 ? 'is' : 'are'} to be given again`,
  openConcerns: (many: number) => `${count(many, 'concern')} ${many === 1 ? 'is' : 'are'} open`,
});

/** Commands that nobody has to do, but somebody may, as the words of a link. */
export const deedWords = defineWords({
  reviseProposal: 'work on the dossier',
  raiseConcern: 'raise a concern',
  proposeAlternative: 'propose a gentler way',
  comment: 'leave a comment',
  giveSignOff: 'review and sign off',
  recordDecision: 'decide',
});

/** What others have taken, where nothing around it says what it is. */
export const takenWords: Readonly<Partial<Record<Of<'TaskKind'>, string>>> = {
  DECIDE: 'The decision',
  CONFIRM_CONDITION: 'The confirmation of a condition',
  HAVE_YOUR_SAY: 'The say of a partner organisation',
};
