// What the history says.
import { count, defineWords } from '../words/define-words.js';

export const historyWords = defineWords({
  title: 'History',
  lead: 'Every act, by whom, in which role and on which revision. Entries are added and never changed.',
  ofProposal: 'What happened to this proposal, latest first. Entries are added and never changed.',
  nothing: 'No entry fits.',
  shown: (many: number) => `${count(many, 'entry', 'entries')} on this page`,
  folded: (many: number) => `(${count(many, 'entry', 'entries')})`,
  filters: 'Filters',
  who: 'Who',
  role: 'Role',
  type: 'What happened',
  organisation: 'Organisation',
  proposal: 'Proposal',
  proposalHint: 'Such as DSP-0042',
  unknownProposal: (reference: string) => `There is no proposal ${reference}, or it is not yours to read.`,
  from: 'From',
  to: 'To',
  stream: 'History of',
  anybody: 'Anybody',
  anyRole: 'Any role',
  anyType: 'Anything',
  anyOrganisation: 'Any organisation',
  decisions: 'All decided',
  order: 'Order',
  newestFirst: 'Latest first',
  oldestFirst: 'As it happened',
  inRole: (role: string) => `, ${role}, `,
  asOf: 'As it stood on',
  asOfTitle: (day: string) => `As it stood at the end of ${day}`,
  notThere: 'It was not there yet.',
  portfolio: (day: string) => `Every proposal at the end of ${day}`,
  more: 'There were more; the newest are shown.',
  state: 'State',
  tier: 'Tier',
  revision: 'Revision',
  proposalTitle: 'Title',
  reference: 'Reference',
  signOffs: 'Sign-offs',
  concerns: 'Concerns',
  decision: 'Decision',
  noDecision: 'None yet',
  noConcerns: 'None',
  noSignOffs: 'None are shown to you',
  openConcerns: (open: number, all: number) => `${open} open of ${all}`,
  backToNow: 'Back to now',
});

export const streams = defineWords({
  directory: 'People, roles and access',
  audit: 'What auditors read',
  definitions: 'What the rules were',
  ledger: 'The ledger’s keys',
});

export const hashWords = defineWords({
  hash: (short: string) => `Hash ${short} …, copy it whole`,
  what: 'The hash of this entry: it fits these very bytes and no others, so that a change would show. Press to copy it.',
  copied: 'Copied',
  notCopied: 'This browser does not let the page copy. The whole hash stands on the page of the entry.',
});

/** How firmly an entry is held, in a list. */
export const held = defineWords({ RECORDED: 'Recorded', SEALED: 'Sealed', WITNESSED: 'Witnessed' });

export const entryWords = defineWords({
  over: 'History',
  who: 'Who',
  role: 'In the role of',
  when: 'When',
  proposal: 'Proposal',
  revision: 'Revision',
  firmness: 'How firmly it is held',
  says: 'What it says',
  saysNothing: 'It has nothing to say beyond the sentence above.',
  exactly: 'Exactly as the API answers it',
  place: 'Where it stands',
  index: 'Place in the ledger',
  noIndex: 'Not placed yet',
  sequence: 'Place in its own history',
  sequenceOf: (sequence: number, stream: string) => `number ${sequence} of ${stream}`,
  hash: 'Hash',
  previous: 'Hash of the one before',
  first: 'It is the first of its history',
  command: 'Command',
  link: 'Lasting address',
  all: 'All that happened to this proposal',
});

export const keepWords = defineWords({
  title: 'Keep a receipt',
  lead: 'A receipt is the entry with its proof in a small file. Whoever keeps one can show years later that this was recorded, and nobody can take it back unnoticed.',
  download: 'Save the receipt',
  words: 'Save its words',
  wordsNote:
    'The receipt holds no texts. They are a file of their own, with what shows that they are the ones: keep it apart, for whoever has it can read it.',
  none: 'The exact bytes of this entry are not yours to keep.',
  home: 'Check it at home',
  homeLead:
    'Without an account, without this server, and without the network: you need the program, the log’s key, and what you kept.',
  oneReceipt: 'The receipt alone',
  everything: 'All of the history',
  everythingLead: 'The operator exports a bundle; you check it, together with your receipt.',
  manual: 'What each step means, and what the verdicts are, is in docs/verifying.md of the source.',
});

export const keyWords = defineWords({
  title: 'The log’s key',
  lead: 'One line that you got from the owner of the log in a way of your own: on paper, in a contract, a year ago. Not from here.',
  label: 'Key of the log',
  hint: 'name+id+base64',
  invalid: 'This is no key of a log: a name, eight hex digits and base 64, with plus signs between.',
  witness: 'This is the key of a witness. Paste that of the log.',
  keep: 'Keep this key in this browser',
  file: 'Choose a file',
  fromServer: 'Try with the key that this server names',
  fromServerNote: 'For a look at how it works. It proves nothing against whoever runs this server.',
  held: 'This browser holds the key of',
  heldFromServer: '(named by this very server)',
  change: 'Use another key',
  forget: 'Forget the last checkpoint',
});

export const limitWords = defineWords({
  title: 'What this cannot exclude',
  text: 'That something false was written down as if it were true, that something was never recorded, or that somebody else is shown another history: for that, compare with a checkpoint or receipt that somebody else kept.',
});

export const eraseWordsWords = defineWords({
  title: 'Erase these words …',
  what: 'They go for good, for everybody, also from backups once those are restored. The entry stays, with its proof, and everybody who may read it sees that words were erased, by whom, on what authority and why. Sign-offs that rest on them have to be given again. This cannot be undone.',
  which: 'Which words',
  all: 'All words of this entry',
  authority: 'On what authority',
  authorityHelp: 'A request of the person concerned, an order, a policy. On the record.',
  reason: 'Why',
  reasonHelp: 'On the record: do not repeat here what has to go.',
  everywhere: 'Also wherever else the very same words stand in this history',
  authorityMissing: 'Write on what authority first.',
  reasonMissing: 'Write why first.',
  act: 'Erase for good',
  done: 'They are erased.',
});
