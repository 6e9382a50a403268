// Submitting: complete, or with its gaps stated openly.
import { describe, expect, it } from '@jest/globals';
import {
  allSignedOff,
  answersWith,
  answersWithout,
  approved,
  awaitingDecision,
  dataItem,
  draftProposal,
  drafted,
  draftedAt,
  event,
  gap,
  given,
  inReview,
  markRelevance,
  returned,
  reviseProposal,
  submitProposal,
  submitted,
  t1,
  t1Facts,
  t2,
  t2Facts,
  t3,
  t3Facts,
  withdrawProposal,
} from '../../../../test/builders/index.js';

describe('submitProposal (rules: commands 2)', () => {
  it.each(['T1', 'T2', 'T3'] as const)('puts a complete proposal of tier %s in review', tier => {
    const { proposal } = given(draftedAt(tier))
      .when(submitProposal())
      .then(event('ProposalSubmitted', { revision: 1 }));
    expect(proposal).toMatchObject({ state: 'IN_REVIEW', version: 2, revision: 1 });
    expect(proposal.submittedAt).toBe(proposal.updatedAt);
  });

  it('takes a returned proposal in again, and keeps the time of the first submission', () => {
    const before = given(inReview(), returned());
    const { proposal } = before.when(submitProposal({ message: 'Now with the counts.' })).accepted();
    expect(proposal.state).toBe('IN_REVIEW');
    expect(proposal.submittedAt).toBe(before.proposal.submittedAt);
  });

  it('awaits a decision at once when a return left every sign-off given', () => {
    const { proposal } = given(awaitingDecision(), returned()).when(submitProposal()).accepted();
    expect(proposal.state).toBe('AWAITING_DECISION');
  });

  it.each(['analyst_2', 'engagement_lead', 'approver', 'auditor', 'privacy_officer'] as const)(
    'denies %s, who is not the author',
    by => {
      given(drafted()).when(submitProposal({ by })).refuses('DENIED', { code: 'not-permitted' });
    },
  );

  it.each(['partner_a', 'administrator', 'outsider'] as const)('does not exist for %s', by => {
    given(drafted()).when(submitProposal({ by })).refuses('NOT_FOUND');
  });

  it('names every missing question and every empty section at once', () => {
    given(drafted({ facts: t1Facts }))
      .when(submitProposal())
      .refuses('BLOCKED', {
        code: 'incomplete',
        subjects: [
          'purposes',
          'dataItems',
          'recipients',
          'PM-1',
          'PM-2',
          'PM-5',
          'PM-12',
          'PR-3',
          'PR-12',
          'RK-2',
          'RK-6',
          'CN-1',
          'TC-1',
          'TC-11',
        ],
      });
  });

  it.each(['purposes', 'dataItems', 'recipients'])('needs something in %s', section => {
    const empty = {
      [section]: [],
      ...(section === 'purposes' ? { dataItems: [dataItem('D-1', { purposeIds: [] })] } : {}),
    };
    given(drafted(t1(empty)))
      .when(submitProposal())
      .refuses('BLOCKED', { subjects: [section] });
  });

  it('needs identifiability to be stated', () => {
    given(drafted(t1({ facts: {} })))
      .when(submitProposal())
      .refuses('BLOCKED', { subjects: ['facts.identifiability'] });
  });

  it.each([
    ['aggregate', 'de_identified'],
    ['aggregate', 'identified'],
    ['de_identified', 'pseudonymous'],
    ['pseudonymous', 'identified'],
  ])('does not let facts say %s over a data item that is %s', (stated, identifiability) => {
    const facts = { identifiability: stated };
    const base = stated === 'pseudonymous' ? t2() : t1();
    given(drafted({ ...base, facts, dataItems: [dataItem('D-1', { identifiability })] }))
      .when(submitProposal())
      .refuses('BLOCKED', { subjects: ['facts.identifiability'] });
  });

  it('lets facts be more identifying than every data item', () => {
    given(drafted(t2({ dataItems: [dataItem('D-1', { identifiability: 'aggregate' })] })))
      .when(submitProposal())
      .accepted();
  });

  it('counts a declared gap as openly missing, which is enough to submit', () => {
    given(drafted(t1({ answers: answersWith(t1Facts, gap('PM-1'), gap('RK-2')) })))
      .when(submitProposal())
      .accepted();
  });

  it('does not mind an answer that fails', () => {
    given(drafted(t1({ answers: answersWith(t1Facts, { questionId: 'PM-12', value: 'yes' }) })))
      .when(submitProposal())
      .accepted();
  });

  it.each([
    ['T1', t1, t1Facts, 'PM-1'],
    ['T2', t2, t2Facts, 'PM-4'],
    ['T2', t2, t2Facts, 'PR-1'],
    ['T3', t3, t3Facts, 'CN-4'],
    ['T3', t3, t3Facts, 'TC-14'],
  ] as const)('at %s names the question left out', (_, dossier, facts, id) => {
    given(drafted(dossier({ answers: answersWithout(facts, id) })))
      .when(submitProposal())
      .refuses('BLOCKED', { subjects: [id] });
  });

  it('never waits for a computed question', () => {
    given(
      drafted(
        t2({
          alternatives: [],
          risks: [],
          dataItems: [dataItem('D-1', { necessity: null, identifiability: 'aggregate' })],
        }),
      ),
    )
      .when(submitProposal())
      .accepted();
  });

  it('does not wait for a question that is not required', () => {
    const { proposal } = given(draftedAt('T3')).when(submitProposal()).accepted();
    expect(proposal.dossier.answers.some(({ questionId }) => questionId === 'PR-15')).toBe(false);
  });

  it('asks what the facts make applicable', () => {
    given(drafted(t1({ facts: { ...t1Facts, maoriDataInterest: true, newUseOfExistingData: true } })))
      .when(submitProposal())
      .refuses('BLOCKED', { subjects: ['CN-7', 'PM-8'] });
  });

  it('does not ask what was marked irrelevant', () => {
    given(drafted(t1({ answers: answersWithout(t1Facts, 'RK-2') })), markRelevance('RK-2', false))
      .when(submitProposal())
      .accepted();
  });

  it('takes a stored rung table for unanswered once a purpose was added', () => {
    given(
      reviseProposal({ purposes: [...(t1()['purposes'] as object[]), { id: 'P-2', statement: 'A second purpose.' }] }),
    )
      .when(submitProposal())
      .refuses('BLOCKED', { subjects: ['PR-3'] });
  });

  it.each([
    ['IN_REVIEW', [submitted()]],
    ['AWAITING_DECISION', [submitted(), allSignedOff()]],
    ['APPROVED', [approved()]],
    ['WITHDRAWN', [draftProposal(), withdrawProposal()]],
  ])('is blocked in %s', (_, journey) => {
    given(journey).when(submitProposal()).refuses('BLOCKED', { code: 'wrong-state' });
  });

  it('is INVALID when the message holds control characters', () => {
    given(drafted())
      .when(submitProposal({ message: 'a\u0000b' }))
      .refuses('INVALID', { path: ['message'] });
  });
});
