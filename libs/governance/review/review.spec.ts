// What a reviewer is told: the text at a place, the revisions, the last review, and why somebody may not sign.
import { describe, expect, it } from '@jest/globals';
import {
  actorOf,
  awaitingDecision,
  comment,
  declareConflict,
  draftProposal,
  gap,
  giveSignOff,
  hallAfter,
  handOverProposal,
  happeningsIn,
  inReview,
  person,
  proposalAfter,
  recordDecision,
  reviseProposal,
  signedOff,
  submitProposal,
  t2,
  type Persona,
} from '../../../test/builders/index.js';
import { readingOf } from '../reading.js';
import type { SignOffKey } from '../vocabulary/index.js';
import { lastReviewBy, maySign, revisionsOf, textAt, whyNotSign } from './index.js';

describe('The text at a place', () => {
  const proposal = proposalAfter(
    draftProposal({ ...t2(), answers: [gap('TC-12'), { questionId: 'PR-3', value: { 'P-1': 2 } }] }),
  );

  it.each([
    ['title', 'Where home visits are missing'],
    ['summary', 'Counts of home visits, to place new teams.'],
    ['facts.identifiability', 'pseudonymous'],
    ['dataItems', 'Visits by suburb'],
    ['dataItems.D-1', 'Visits by suburb'],
    ['dataItems.D-1.about', 'Families visited last year'],
    ['dataItems.D-1.purposeIds', 'P-1'],
    ['alternatives', 'Ask the providers for a yearly figure.\nAsk the providers for a yearly figure.'],
    ['risks.K-1.likelihood', '2'],
    ['TC-12', 'We have nothing to show here yet.'],
    ['answers.PR-3', '2'],
    ...['dataItems.D-9', 'dataItems.D-1.sensitivity', 'answers.PM-2', 'facts.aboutChildren', 'nowhere', ''].map(
      place => [place, undefined] as const,
    ),
  ])('%j is %j', (place, text) => {
    expect(textAt(proposal, place)).toBe(text);
  });

  it('of an element whose id has dots is found', () => {
    const dotted = proposalAfter(
      draftProposal({
        ...t2(),
        risks: [{ id: 'K.1', title: 'Seen', likelihood: 1, consequence: 1, mitigation: 'Less.' }],
      }),
    );
    expect([textAt(dotted, 'risks.K.1'), textAt(dotted, 'risks.K.1.mitigation')]).toEqual(['Seen', 'Less.']);
  });
});

describe('Revisions', () => {
  const hall = hallAfter(
    draftProposal(t2()),
    reviseProposal({ retention: 'A year.' }),
    submitProposal(),
    signedOff('purpose'),
    reviseProposal({ summary: 'Fewer counts.', retention: 'Two.' }),
    comment(),
  );

  it('are all there for those who read the whole', () => {
    const revisions = revisionsOf(happeningsIn(hall), readingOf(actorOf('auditor'), hall.proposal!)!);
    expect(revisions.map(({ changedPaths }) => changedPaths)).toEqual([[], ['retention'], ['summary', 'retention']]);
    expect(revisions.map(({ isSubmitted }) => isSubmitted)).toEqual([false, true, false]);
  });

  it('are known to somebody by what they last did on them', () => {
    const last = (who: Persona) => lastReviewBy(happeningsIn(hall), who);
    expect([last('data_steward'), last('analyst_2'), last('analyst'), last('approver')]).toEqual([
      2,
      3,
      undefined,
      undefined,
    ]);
  });
});

describe('Why somebody may not sign', () => {
  const everything = person(
    'everything',
    'lead',
    'analyst',
    'data_steward',
    'privacy_officer',
    'security_officer',
    'engagement_lead',
    'approver',
  );
  const because = (key: SignOffKey, ...journey: Parameters<typeof proposalAfter>) => {
    const proposal = proposalAfter(...journey);
    const [why] = whyNotSign(everything, proposal, key);
    const isHeld = ['separation-of-duties', 'conflict-of-interest'].includes(why?.code ?? '');
    expect(maySign(everything, proposal, key)).toBe(!isHeld);
    return why ? [why.code, why.subject] : [];
  };
  const by = { by: everything };

  it.each<[string, SignOffKey, Parameters<typeof proposalAfter>, unknown[]]>([
    ['nothing', 'purpose', [inReview('T2')], []],
    [
      'an author once',
      'purpose',
      [draftProposal(t2(), by), handOverProposal('analyst', by), submitProposal()],
      ['separation-of-duties', 'own:author'],
    ],
    [
      'a decision',
      'purpose',
      [inReview('T2'), recordDecision('RETURNED', by), submitProposal()],
      ['separation-of-duties', 'own:decision'],
    ],
    [
      'the other of a pair',
      'proportionality',
      [inReview('T2'), giveSignOff('purpose', by)],
      ['separation-of-duties', 'own:purpose'],
    ],
    [
      'two already',
      'transparency',
      [inReview('T2'), giveSignOff('purpose', by), giveSignOff('privacy_risk', by)],
      ['separation-of-duties', 'own:two'],
    ],
    ['a conflict', 'purpose', [inReview('T2'), declareConflict(everything)], ['conflict-of-interest', undefined]],
    ['somebody else’s', 'purpose', [inReview('T2'), signedOff('purpose')], ['already-given', 'signOff:purpose']],
    [
      'the state',
      'privacy_risk',
      [awaitingDecision('T1'), recordDecision('RETURNED'), reviseProposal({ transferRoute: 'By hand.' })],
      ['wrong-state', undefined],
    ],
  ])('%s', (_, key, journey, wanted) => {
    expect(because(key, ...journey)).toEqual(wanted);
  });

  it('is the role for whoever has none', () => {
    expect(whyNotSign(actorOf('analyst_2'), proposalAfter(inReview('T1')), 'purpose')).toEqual([
      { code: 'role-missing', subject: 'signOff:purpose' },
    ]);
  });
});
