// Who may do what, by persona: the permission table of the rules, written out.
import { describe, expect, it } from '@jest/globals';
import {
  people,
  person,
  proposalAfter,
  inReview,
  concernRaised,
  drafted,
  invited,
  type Persona,
} from '../../test/builders/index.js';
import { roleFor, roleToStart, type Action } from './policy.js';
import { signOffKeys } from './vocabulary/index.js';

const personas = Object.keys(people) as Persona[];
const lead: Persona[] = [
  'analyst',
  'analyst_2',
  'data_steward',
  'privacy_officer',
  'privacy_officer_2',
  'security_officer',
  'engagement_lead',
  'approver',
];
const partners: Persona[] = ['partner_a', 'partner_a_2', 'partner_b'];
const officers: Persona[] = ['privacy_officer', 'privacy_officer_2'];

/** Of a submitted proposal with both partners invited; the analyst is its author. */
const table: [Action, Persona[]][] = [
  ['read', [...lead, 'auditor']],
  ['readInPart', partners],
  ['ReviseProposal', ['analyst']],
  ['SubmitProposal', ['analyst']],
  ['WithdrawProposal', ['analyst']],
  ['HandOverProposal', ['analyst']],
  ['InvitePartners', ['analyst', 'engagement_lead']],
  ['RaiseConcern', [...lead.filter(each => each !== 'analyst'), ...partners]],
  ['ProposeAlternative', partners],
  ['RecordDecision', ['approver']],
  ['RaiseTier', officers],
  ['MarkRelevance', officers],
  ['MeetCondition', ['analyst', ...officers]],
  ['DeclareConflict', [...lead, ...partners]],
  ['Comment', [...lead, ...partners]],
];

const submittedOne = proposalAfter(inReview('T3'), concernRaised());

describe('the permission table (rules: commands 1 to 12)', () => {
  it.each(table)('%s is for %j', (action, permitted) => {
    expect(personas.filter(who => roleFor(people[who], action, submittedOne))).toEqual(
      personas.filter(who => permitted.includes(who)),
    );
  });

  it.each([
    ['purpose', ['data_steward']],
    ['proportionality', officers],
    ['privacy_risk', [...officers, 'security_officer']],
    ['consultation', ['engagement_lead']],
    ['transparency', officers],
  ])('GiveSignOff of %s is for %j', (signOff, permitted) => {
    expect(personas.filter(who => roleFor(people[who], 'GiveSignOff', submittedOne, { signOff }))).toEqual(permitted);
  });

  it.each([
    ['readConcern', [...lead, 'partner_a', 'partner_a_2', 'auditor']],
    ['AnswerConcern', ['analyst', 'engagement_lead']],
    ['SettleConcern', ['partner_a', 'partner_a_2']],
  ] as [Action, Persona[]][])('%s, of a partner’s concern, is for %j', (action, permitted) => {
    const concern = submittedOne.concerns[0];
    expect(personas.filter(who => roleFor(people[who], action, submittedOne, { concern }))).toEqual(
      personas.filter(who => permitted.includes(who)),
    );
  });

  it.each(['DraftProposal', 'RecordUrgentDisclosure'] as const)(
    '%s is for analysts, for their own organisation',
    action => {
      expect(personas.filter(who => roleToStart(people[who], action))).toEqual(['analyst', 'analyst_2', 'outsider']);
      expect(roleToStart(person('x', 'lead', ['analyst', 'elsewhere']), action)).toBeUndefined();
    },
  );

  it('gives partners nothing before submission', () => {
    const draft = proposalAfter(drafted(), invited());
    for (const [action] of table) expect(partners.filter(who => roleFor(people[who], action, draft))).toEqual([]);
  });

  it('gives people of another organisation with the same roles nothing', () => {
    const other = person(
      'other',
      'elsewhere',
      'analyst',
      'data_steward',
      'privacy_officer',
      'security_officer',
      'engagement_lead',
      'approver',
      'partner',
      'administrator',
    );
    for (const [action] of table) expect(roleFor(other, action, submittedOne)).toBeUndefined();
    for (const signOff of signOffKeys) expect(roleFor(other, 'GiveSignOff', submittedOne, { signOff })).toBeUndefined();
  });

  it('gives administrators the hand-over when the author has left, and nothing else', () => {
    expect(roleFor(people.administrator, 'HandOverProposal', submittedOne, { authorHasLeft: true })).toBe(
      'administrator',
    );
    for (const [action] of table.filter(([each]) => each !== 'HandOverProposal'))
      expect(roleFor(people.administrator, action, submittedOne, { authorHasLeft: true })).toBeUndefined();
  });

  it('names the most particular of several roles that permit an act', () => {
    const several = person('several', 'lead', 'analyst', 'approver', 'engagement_lead');
    expect(roleFor(several, 'InvitePartners', submittedOne)).toBe('engagement_lead');
    expect(roleFor(several, 'RecordDecision', submittedOne)).toBe('approver');
  });

  it('permits no sign-off without its name', () => {
    for (const signOff of ['spelling', '__proto__', 'constructor'])
      expect(roleFor(people.data_steward, 'GiveSignOff', submittedOne, { signOff })).toBeUndefined();
  });
});
