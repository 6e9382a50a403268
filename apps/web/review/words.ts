// What a review says: of places and changes, of sign-offs, and of what people say about them.
import { count, defineWords, listed } from '../words/define-words.js';

export const reviewWords = defineWords({
  title: 'Review',
  jumpTo: 'Jump to a section',
  lead: 'What changed, what was asked and answered, and what people say about it. Signing is on the record, with your name.',
  views: 'Parts of the review',
  changes: 'Changes',
  questions: 'Questions',
  said: (many: number) => `Concerns and comments (${many})`,
  since: 'Changes since',
  until: 'Up to',
  sinceMine: (revision: number) => `My last review, on revision ${revision}`,
  neverMine: 'All of it: I have not reviewed it before',
  whole: 'The whole dossier, nothing compared',
  revision: (revision: number) => `Revision ${revision}`,
  revisionBy: (who: string, { changed, isSubmitted }: { changed: number; isSubmitted: boolean }) =>
    `${who}, ${count(changed, 'place')} changed${isSubmitted ? ', submitted' : ''}`,
  latest: (revision: number) => `Revision ${revision}, the latest`,
  noChanges: 'Nothing changed between these two revisions.',
  noChangesNext: 'Choose an earlier revision, or look at the whole dossier.',
  unchangedSince: (places: number, revision: number) =>
    `${count(places, 'place')}, as you reviewed ${places === 1 ? 'it' : 'them'} on revision ${revision}`,
  viewedOf: (viewed: number, all: number) => `${viewed} of ${all} viewed`,
  viewed: 'Viewed',
  viewedNote: 'A help for you, kept in this browser. A tick falls when the place changes again.',
  added: 'added',
  removed: 'removed',
  empty: 'Nothing here',
  elsewhere: (many: number) =>
    `${many === 1 ? 'One concern or comment is' : `${many} concerns and comments are`} about other places, or about none.`,
  showElsewhere: 'Show all that was said',
  comment: 'Comment',
  raiseConcern: 'Raise a concern',
  concern: 'Concern',
  dossier: 'Dossier',
  showInDossier: 'Show in the dossier',
  made: (titles: readonly string[]) => `Made stale: ${listed(titles)}`,
  onRevision: (revision: number) => `on revision ${revision}`,
});

export const placeKinds = defineWords({ added: 'Added', changed: 'Changed', removed: 'Taken out', same: '' });

/** One element of a section. */
export const elementWords = defineWords({
  facts: 'Fact',
  purposes: 'Purpose',
  dataItems: 'Data item',
  recipients: 'Recipient',
  alternatives: 'Alternative',
  risks: 'Risk',
  answers: 'Answer',
});

/** Fields whose own name is no word for people. */
export const fieldWords = defineWords({
  value: 'Value',
  answer: 'Answer',
  gap: 'Gap, said openly',
  evidence: 'Evidence',
  statement: 'Statement',
  benefit: 'Who is better off',
  authority: 'Authority',
  excludedUses: 'What it will not be used for',
  about: 'About whom',
  identifiability: 'How identifying',
  necessity: 'Why it is needed',
  purposeIds: 'For the purposes',
  whyNot: 'Why not chosen',
  rung: 'Rung of the ladder, 0 least intrusive to 7',
  proposedBy: 'Proposed by',
  proposedByPartner: 'Proposed by a partner',
  likelihood: 'Likelihood, 1 to 5',
  consequence: 'Consequence, 1 to 5',
  residualLikelihood: 'Likelihood after mitigation',
  residualConsequence: 'Consequence after mitigation',
  owner: 'Owner',
});

export const standingWords = defineWords({
  answered: 'Answered',
  gap: 'A gap, said openly',
  unanswered: 'Not answered',
  failing: 'Answered with what must not be',
  notSoYet: 'Not so yet',
});

export const questionWords = defineWords({
  choose: 'Questions of',
  all: 'All sign-offs',
  blocking: 'Keeps the sign-off from being met while it is open',
  redFlags: (many: number) => `What to look out for (${many})`,
  guidance: 'What a good answer looks like',
  good: 'Good',
  poor: 'Poor',
  noAnswer: 'Nothing is answered here.',
  computed: 'Worked out by the product.',
  none: 'No question belongs to this sign-off.',
});

export const signOffWords = defineWords({
  title: (current: number, all: number) => `Sign-offs: ${current} of ${all} current`,
  since: (revision: number) => `, given on revision ${revision}`,
  staleSince: (places: readonly string[]) => `since ${listed(places)} changed`,
  found: (finding: string) => `Found: ${finding}`,
  byRoles: (roles: readonly string[]) =>
    `Given by ${new Intl.ListFormat('en-NZ', { type: 'disjunction' }).format(roles)}.`,
  may: 'May give it now:',
  nobody: 'Nobody may give it as things stand. Somebody has to be given the role.',
  you: 'you',
  whyNot: 'Why not you:',
  give: 'Give this sign-off …',
  again: 'Look at what changed and give it again …',
  replace: 'Give it again …',
  withdraw: 'Withdraw it …',
  history: 'What became of it',
  keepsFromMet: (many: number) => `${count(many, 'thing')} ${many === 1 ? 'keeps' : 'keep'} it from being met`,
  askForChanges: 'Ask for changes …',
  decide: 'Decide …',
  conflict: 'Declare a conflict of interest …',
});

export const signWords = defineWords({
  give: (title: string) => `Sign off: ${title}`,
  again: (title: string) => `Give again: ${title}`,
  changedSince: (revision: number) => `What changed of what it rests on, since you gave it on revision ${revision}`,
  nothingLeft: 'What changed has been changed back, or cannot be compared any more. Look at the whole dossier.',
  asBefore: 'Your finding, your checklist and your words of last time are filled in. Change what is not so any more.',
  finding: 'What did you find?',
  met: 'The requirements of this sign-off are met.',
  metWithConditions: 'Met, provided that the conditions you give are kept.',
  notMet: 'Not met. The rationale says why. This can always be given.',
  inTheWay: 'As it stands, it cannot be found met:',
  throughCondition: 'Some of these a dated condition with an owner can let through.',
  rationale: 'Rationale',
  rationaleHint: 'On the record, for the author, the approver and the auditor.',
  rationaleMissing: 'Say why, in a sentence at least.',
  findingMissing: 'Choose what you found.',
  conditionMissing: 'Met with conditions needs at least one condition.',
  willHappen: 'What will happen',
  binds: (revision: number) => `Your sign-off is bound to revision ${revision}, with your name, role and the time.`,
  goesStale: 'A later change of what it rests on makes it stale; your words stay on the record.',
  notMetStays: 'The proposal cannot be approved while it is not met.',
  conditionsHold: 'Your conditions go into the decision; those that precede data flow hold the data back until met.',
  sign: (title: string) => `Sign off “${title}”`,
  withdrawTitle: (title: string) => `Withdraw the sign-off “${title}”`,
  withdrawNote:
    'It does not count any more, its conditions lapse, and the reason is on the record. You can give it again.',
  reason: 'Reason',
  withdraw: 'Withdraw the sign-off',
  conflictTitle: 'Declare a conflict of interest',
  conflictNote:
    'It takes effect at once and cannot be taken back. You neither sign nor decide on this proposal any more, and what you have signed becomes stale.',
  declare: 'Declare the conflict',
});

export const conditionWords = defineWords({
  title: 'Conditions',
  one: (number: number) => `Condition ${number}`,
  statement: 'What has to be so',
  owner: 'Who sees to it',
  dueAt: 'By which day',
  precedent: 'Must be met before any data flow',
  about: 'Which questions does it answer for?',
  aboutNote: 'One condition at least has to name a question of this sign-off.',
  add: 'Add a condition',
  remove: (number: number) => `Take out condition ${number}`,
  statementMissing: 'Say what has to be so.',
  ownerMissing: 'Name who sees to it.',
  dueMissing: 'Give the day by which it is met.',
  by: 'by',
  met: 'Met',
  open: 'Not met yet',
});
