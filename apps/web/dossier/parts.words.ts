// What the parts of a dossier that are no questions say: their fields, what each is for, and what is drawn of them.
import { count, defineWords, listed } from '../words/define-words.js';
import type { ListSection } from './fields.js';

export const partsWords = defineWords({
  title: 'Title',
  titleHelp: 'What people will call it. A few plain words.',
  summary: 'Summary',
  summaryHelp: 'Two or three sentences that somebody outside understands. Invited partners read it.',
  retention: 'How long the data are kept, and how they end',
  retentionHelp: 'A length, from when it counts, and what happens then.',
  transferRoute: 'By which way the data travel',
  transferRouteHelp: 'From where to where, how protected, and where they rest.',
  factsLead: 'The facts decide how much review this needs and which questions are asked.',
  people: 'A whole number, or nothing',
  matrixCaption: 'Which purpose needs which data item',
  matrixLead: 'One row for each data item, one column for each purpose, and why the purposes cannot do without it.',
  item: 'Data item',
  necessity: 'Why the purposes cannot do without it',
  empty: 'empty: no reason given',
  noneNeeds: 'no purpose needs it',
  needed: 'needed',
  notNeeded: 'not needed',
  matrixOpen: (reasons: number, purposes: number) =>
    [
      reasons > 0 && `${count(reasons, 'item')} without a reason`,
      purposes > 0 && `${count(purposes, 'item')} that no purpose needs`,
    ]
      .filter(Boolean)
      .join(', '),
  matrixDone: 'Every item has a purpose and a reason.',
  ladder: 'The ladder of intrusion',
  ladderLead:
    'From the least intrusive, at the foot, up to the most. Say of each way below what you ask for why it was not chosen.',
  asked: (purposes: string) => `asked for: ${purposes}`,
  notChosen: 'Not chosen:',
  stillOpen: 'no reason yet why not',
  byPartner: 'Proposed by an invited partner, whose words stay as they are.',
  partnerNote: 'What they added',
  before: 'Before treatment',
  after: 'After treatment',
  likelihood: 'Likelihood',
  consequence: 'Consequence',
  band: 'Rating',
  riskList: 'The same as a list',
  notRated: 'not rated',
  unratedAfter: (many: number) => `${count(many, 'risk')} not rated after treatment`,
  onRung: (rung: number) => `rung ${rung}`,
  rated: (before: string, after: string) => `${before}, then ${after}`,
  stillEmpty: (fields: readonly string[]) => `Still empty: ${listed(fields)}`,
  openAll: (many: number) => `Open all ${many}`,
  foldAll: 'Fold all',
  saidConcerns: (many: number) => count(many, 'open concern'),
  saidComments: (many: number) => count(many, 'comment'),
  saidChecks: (many: number) => count(many, 'thing to look at', 'things to look at'),
  matrixScroll: 'Purposes and data items, scrolls sideways',
  tableScroll: 'Risk table, scrolls sideways',
});

interface Named {
  label: string;
  help?: string;
}

export const fieldWords: { [List in ListSection]: Record<string, Named> } = {
  purposes: {
    statement: {
      label: 'What the data are for',
      help: 'One purpose, in plain words. Several purposes are several entries.',
    },
    benefit: { label: 'Who is better off, and how one would notice' },
    authority: { label: 'The law or consent that it rests on' },
    excludedUses: { label: 'What the data will not be used for' },
  },
  dataItems: {
    name: { label: 'Name', help: 'Such as: visits by suburb.' },
    about: { label: 'Whom it is about' },
    identifiability: { label: 'How identifying it is' },
    purposeIds: { label: 'Purposes that need it' },
    necessity: { label: 'Why the purposes cannot do without it', help: 'Why nothing coarser would do.' },
    sensitivity: { label: 'What makes it sensitive' },
  },
  recipients: {
    name: { label: 'Name' },
    kind: { label: 'What sort of body it is' },
    country: { label: 'Country' },
  },
  alternatives: {
    rung: { label: 'Rung' },
    description: { label: 'What one would do instead' },
    whyNot: { label: 'Why it was not chosen' },
    proposedBy: { label: 'Who proposed it' },
  },
  risks: {
    title: { label: 'What may go wrong' },
    likelihood: { label: 'Likelihood before' },
    consequence: { label: 'Consequence before' },
    mitigation: { label: 'What is done about it' },
    owner: { label: 'Who answers for it' },
    residualLikelihood: { label: 'Likelihood after' },
    residualConsequence: { label: 'Consequence after' },
  },
};

export const listWords: Record<ListSection, { one: string; add: string; none: string; lead: string }> = {
  purposes: {
    one: 'Purpose',
    add: 'Add a purpose',
    none: 'No purpose yet. Everything else rests on this.',
    lead: 'What the data are for, each purpose by itself.',
  },
  dataItems: { one: 'Data item', add: 'Add a data item', none: 'No data item yet.', lead: partsWords.matrixLead },
  recipients: {
    one: 'Recipient',
    add: 'Add a recipient',
    none: 'No recipient yet.',
    lead: 'Everybody who would receive data.',
  },
  alternatives: { one: 'Way', add: 'Add a way', none: 'No other way examined yet.', lead: partsWords.ladderLead },
  risks: {
    one: 'Risk',
    add: 'Add a risk',
    none: 'No risk named yet.',
    lead: 'Rate harm to people first, before and after what you do about it.',
  },
};

export const rungWords = [
  'No new data',
  'Counts only',
  'A sample or survey',
  'De-identified records in a controlled setting',
  'Pseudonymous records, linked by a third party',
  'Identified records of those who choose',
  'Identified records of a defined group',
  'Identified records of everyone',
] as const;
