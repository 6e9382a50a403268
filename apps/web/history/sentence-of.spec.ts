// Every type of entry has a sentence of its own, and no payload, however odd, takes a page down.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entryTypes } from './entry.words.js';
import { sentenceOf } from './sentence-of.js';

const told = (type: string, payload: object, revision: number | null = 3) => sentenceOf({ type, payload, revision });

describe('An entry in a sentence', () => {
  it.each([
    [
      'SignOffGiven',
      { signOff: 'privacy_risk', finding: 'MET_WITH_CONDITIONS', onRevision: 2 },
      'gave the sign-off Privacy risk on revision 2: met with conditions',
    ],
    [
      'SignOffGiven',
      {
        ...{ signOff: 'purpose', finding: 'NOT_MET', onRevision: 2 },
        checklist: { total: 8, answers: [{ answer: 'YES' }, { answer: 'NO' }, { answer: 'NOT_APPLICABLE' }] },
      },
      'gave the sign-off Purpose on revision 2: not met, checklist 3 of 8, 1 no',
    ],
    [
      'ProposalRevised',
      { changedPaths: ['retention', 'answers.PM-1', 'risks.R-1', 'risks.R-2'] },
      'saved revision 3: Retention, PM-1 and Risks changed',
    ],
    [
      'ProposalRevised',
      { changedPaths: ['summary', ...[1, 2, 3, 4, 5, 6].map(number => `answers.PM-${number}`)] },
      'saved revision 3: Summary, PM-1, PM-2, PM-3, PM-4 and 2 more changed',
    ],
    [
      'ConcernRaised',
      { severity: 'SUBSTANTIAL', about: ['CN-1'], audience: 'REVIEWERS' },
      'raised a substantial concern about CN-1, among reviewers',
    ],
    ['ConcernAnswered', { disposition: 'PARTLY_ACCEPTED' }, 'answered a concern: accepted in part'],
    ['ConcernSettled', { status: 'DISPUTED' }, 'did not accept the answer to a concern'],
    [
      'SignOffMadeStale',
      { signOff: 'purpose', staleBecause: ['purposes'] },
      'made the sign-off Purpose stale: Purposes',
    ],
    ['DecisionRecorded', { outcome: 'APPROVED', onRevision: 4 }, 'decided on revision 4: approved'],
    ['TierChanged', { from: 'T1', to: 'T2' }, 'changed the tier from light review to standard review'],
    [
      'TaskAssigned',
      { work: 'signOff:purpose', to: { personId: 'p-1' } },
      'handed the sign-off Purpose to a colleague',
    ],
    ['TaskAssigned', { work: 'decision', to: null }, 'handed the decision back to all who may do it'],
    ['WordsErased', { erased: [{}] }, 'erased words of 1 entry for good'],
    ['RoleAssigned', { role: 'privacy_officer' }, 'gave somebody the role of privacy officer'],
  ])('%s', (type, payload, sentence) => expect(told(type, payload).did).toBe(sentence));

  it('calls people and questions by their names, where they are known', () => {
    const named = {
      person: () => 'Hana Moreland',
      question: (id: string) => (id === 'PM-2' ? 'Decisions' : undefined),
    };
    const of = (type: string, payload: object) => sentenceOf({ type, payload, revision: 1 }, named).did;
    expect(of('RoleAssigned', { personId: 'p-1', role: 'approver' })).toBe('gave Hana Moreland the role of approver');
    const taken = { type: 'TaskAssigned', payload: { work: 'decision', to: { personId: 'p-1' } }, revision: 1 };
    expect(sentenceOf(taken, named).did).toBe('handed the decision to Hana Moreland');
    expect(sentenceOf({ ...taken, actor: { id: 'p-1' } }, named).did).toBe('took on the decision');
    expect(of('RoleEnded', { personId: 'p-1' })).toBe('ended a role of Hana Moreland');
    expect(of('IdentityLinked', { personId: 'p-1' })).toBe('linked a way to sign in for Hana Moreland');
    expect(of('IdentityUnlinked', { personId: 'p-1' })).toBe('took a way to sign in from Hana Moreland');
    expect(of('ConcernRaised', { severity: 'MINOR', about: ['PM-2', 'answers.PM-2', 'PR-12', 'retention'] })).toBe(
      'raised a minor concern about PM-2 (Decisions), PR-12 and Retention',
    );
  });

  it('sets people’s own words apart', () => {
    expect(told('OrganisationAdded', { name: 'Rātā Community Trust' })).toEqual({
      did: 'added the organisation',
      what: 'Rātā Community Trust',
    });
  });

  it('there is for every type that has a name, and a type to come is named', () => {
    const without = Object.keys(entryTypes).filter(type => /no words for/.test(told(type, { status: 'SETTLED' }).did));
    expect(without).toEqual([]);
    expect(told('Moonrise', {}).did).toContain('Moonrise');
  });

  it('survives any payload', () => {
    const types = fc.constantFrom(...Object.keys(entryTypes), 'constructor', '__proto__');
    fc.assert(
      fc.property(types, fc.anything(), (type, payload) => {
        const { did } = sentenceOf({ type, payload, revision: null });
        return typeof did === 'string' && did.length > 0;
      }),
    );
  });
});
