// What the fields of payloads are called, and the values that are keys of something. What is not here is said as it is written.
import { defineWords } from '../words/define-words.js';
import { roleWords } from '../words/roles.js';
import {
  concernStates,
  dispositions,
  findings,
  outcomes,
  severities,
  signOffNames,
  tickStates,
  tiers,
  type State,
} from '../words/states.js';

export const payloadNames: Readonly<Record<string, string>> = defineWords({
  about: 'About',
  changedPaths: 'What changed',
  checklist: 'Checklist',
  concernId: 'Concern',
  content: 'Hash of what was judged',
  commentId: 'Comment',
  conditionId: 'Condition',
  copyOf: 'Copy of',
  dataItems: 'Data items',
  displayName: 'Name',
  endsAt: 'Until',
  leadOrganisationId: 'Lead organisation',
  mentions: 'Mentioned',
  onRevision: 'On revision',
  organisationIds: 'Organisations',
  overruled: 'Concerns overruled',
  questionId: 'Question',
  signOff: 'Sign-off',
  staleBecause: 'Stale because of',
  startsAt: 'From',
  text: 'Text',
  total: 'Questions there were',
  transferRoute: 'Transfer route',
  whyNot: 'Why not',
  work: 'Work',
  wouldChangeIt: 'What would change it',
});

export const payloadWords = defineWords({
  yes: 'Yes',
  no: 'No',
  nothing: 'Nothing',
  erased: 'These words were erased.',
  erasedBy: 'See who erased them',
  element: (place: number) => `${place}.`,
});

const audiences = defineWords({
  PARTIES: 'The lead organisation and whoever raised it',
  REVIEWERS: 'Those who review, decide and audit',
  INTERNAL: 'The lead organisation and the auditor',
  PARTNERS: 'Partners too',
});

type Known = Readonly<Record<string, string | State>>;

/** By the field’s name: its values. */
export const payloadValues: Readonly<Record<string, Known>> = {
  tier: tiers,
  from: tiers,
  to: tiers,
  severity: severities,
  disposition: dispositions,
  finding: findings,
  answer: tickStates,
  outcome: outcomes,
  signOff: signOffNames,
  status: concernStates,
  role: roleWords,
  audience: audiences,
};
