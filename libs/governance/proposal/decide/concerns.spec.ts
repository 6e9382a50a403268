// Raising, answering and settling concerns: who, from which status to which, and who never knows of one.
import { describe, expect, it } from '@jest/globals';
import {
  allSignedOff,
  answerConcern,
  approved,
  awaitingDecision,
  comment,
  concernAnswered,
  concernRaised,
  draftProposal,
  drafted,
  event,
  given,
  handOverProposal,
  inReview,
  invited,
  person,
  raiseConcern,
  recordDecision,
  returned,
  settleConcern,
  submitted,
} from '../../../../test/builders/index.js';

const reviewersOnly = { by: 'security_officer', audience: 'REVIEWERS' } as const;

describe('raiseConcern (rules: commands 5)', () => {
  it('lets people of invited partners raise one, for the parties unless they say otherwise', () => {
    const { proposal } = given(inReview())
      .when(raiseConcern())
      .then(
        event('ConcernRaised', {
          audience: 'PARTIES',
          severity: 'SUBSTANTIAL',
          statement: 'Families will stop coming.',
        }),
      );
    expect(proposal.concerns).toEqual([
      expect.objectContaining({
        status: 'OPEN',
        raisedBy: { personId: 'partner_a', organisationId: 'partner-a', role: 'partner' },
      }),
    ]);
  });

  it.each(['analyst_2', 'data_steward', 'privacy_officer', 'security_officer', 'engagement_lead', 'approver'] as const)(
    'lets %s, a reader, raise one',
    by => {
      given(inReview()).when(raiseConcern({ by })).then(event('ConcernRaised'));
    },
  );

  it.each(['analyst', 'auditor'] as const)('denies %s', by => {
    given(inReview()).when(raiseConcern({ by })).refuses('DENIED', { code: 'not-permitted' });
  });

  it('denies the author even where they also speak for a partner', () => {
    const by = person('analyst', 'lead', 'analyst', ['partner', 'partner-a']);
    given(inReview()).when(raiseConcern({ by })).refuses('DENIED');
  });

  it.each(['administrator', 'outsider'] as const)('does not exist for %s', by => {
    given(inReview()).when(raiseConcern({ by })).refuses('NOT_FOUND');
  });

  it('does not exist for partners who were not invited, or before submission', () => {
    given(draftProposal(), invited('partner-b'), submitted()).when(raiseConcern()).refuses('NOT_FOUND');
    given(draftProposal(), invited()).when(raiseConcern()).refuses('NOT_FOUND');
  });

  it.each([
    ['IN_REVIEW', inReview()],
    ['AWAITING_DECISION', awaitingDecision()],
    ['RETURNED', [inReview(), returned()]],
  ])('is possible in %s', (_, journey) => {
    given(journey).when(raiseConcern()).accepted();
  });

  it.each([
    ['DRAFTING', drafted()],
    ['APPROVED', approved()],
  ])('is blocked in %s', (_, journey) => {
    given(journey)
      .when(raiseConcern({ by: 'analyst_2' }))
      .refuses('BLOCKED', { code: 'wrong-state' });
  });

  it.each([
    ['a blank statement', { statement: ' ' }, ['statement'], ['blank']],
    [
      'a statement that turns its own direction',
      { statement: 'safe \u202Eelif' },
      ['statement'],
      ['control-characters'],
    ],
    ['a severity there is not', { severity: 'HUGE' }, ['severity'], ['not-an-option']],
    ['an audience there is not', { audience: 'PUBLIC' }, ['audience'], ['not-an-option']],
    ['a blank subject', { about: [' '] }, ['about.0'], ['blank']],
  ])('is INVALID for %s', (_, changes, path, faults) => {
    given(inReview()).when(raiseConcern(changes)).refuses('INVALID', { path, faults });
  });
});

describe('answerConcern (rules: commands 5)', () => {
  it.each(['analyst', 'engagement_lead'] as const)('lets %s answer', by => {
    const { proposal } = given(inReview(), concernRaised())
      .when(answerConcern({ by }))
      .then(event('ConcernAnswered', { disposition: 'ACCEPTED', response: 'Names are dropped.' }));
    expect(proposal.concerns[0]).toMatchObject({
      status: 'ANSWERED',
      answer: { by: { personId: by }, disposition: 'ACCEPTED' },
    });
  });

  it.each(['analyst_2', 'approver', 'privacy_officer', 'auditor', 'partner_a'] as const)('denies %s', by => {
    given(inReview(), concernRaised()).when(answerConcern({ by })).refuses('DENIED', { code: 'not-permitted' });
  });

  it('answers again what was answered or disputed', () => {
    given(inReview(), concernRaised(), concernAnswered())
      .when(answerConcern({ disposition: 'NOT_ACCEPTED' }))
      .accepted();
    given(inReview(), concernRaised(), concernAnswered(), settleConcern('DISPUTED')).when(answerConcern()).accepted();
  });

  it.each(['SETTLED', 'WITHDRAWN'])('is blocked once the concern is %s', outcome => {
    given(inReview(), concernRaised(), concernAnswered(), settleConcern(outcome))
      .when(answerConcern())
      .refuses('BLOCKED', { code: 'wrong-state', subjects: ['concern:id-1'] });
  });

  it('is possible after a return and blocked after the decision', () => {
    given(inReview(), concernRaised(), returned()).when(answerConcern()).accepted();
    given(inReview(), concernRaised(), concernAnswered(), allSignedOff(), recordDecision())
      .when(answerConcern())
      .refuses('BLOCKED', { code: 'wrong-state' });
  });

  it('finds no concern of an unknown id', () => {
    for (const concernId of ['nothing', '__proto__', 'constructor']) {
      given(inReview(), concernRaised()).when(answerConcern({ concernId })).refuses('NOT_FOUND');
    }
  });

  it('finds for a partner no concern of another partner', () => {
    given(inReview(), concernRaised())
      .when(answerConcern({ by: 'partner_b' }))
      .refuses('NOT_FOUND');
  });

  it.each([
    ['a blank response', { response: '' }, ['response']],
    ['a disposition there is not', { disposition: 'NOTED' }, ['disposition']],
  ])('is INVALID for %s', (_, changes, path) => {
    given(inReview(), concernRaised()).when(answerConcern(changes)).refuses('INVALID', { path });
  });
});

describe('concerns for REVIEWERS (rules: commands 5 and 12)', () => {
  const raised = given(inReview(), concernRaised(reviewersOnly));

  it('hold the gate like all others', () => {
    expect(
      given(awaitingDecision())
        .when(raiseConcern({ by: 'analyst_2', audience: 'REVIEWERS' }))
        .accepted().proposal.state,
    ).toBe('IN_REVIEW');
  });

  it('are answered by the engagement lead', () => {
    raised.when(answerConcern()).then(event('ConcernAnswered', { audience: 'REVIEWERS' }));
  });

  it.each(['analyst', 'analyst_2', 'partner_a'] as const)('do not exist for %s', by => {
    raised.when(answerConcern({ by })).refuses('NOT_FOUND');
    raised.when(settleConcern('WITHDRAWN', { by })).refuses('NOT_FOUND');
  });

  it('do not exist for an author who also reviews', () => {
    const by = person('analyst', 'lead', 'analyst', 'engagement_lead');
    raised.when(answerConcern({ by })).refuses('NOT_FOUND');
  });

  it('are denied to reviewers who may see but not answer them', () => {
    raised.when(answerConcern({ by: 'approver' })).refuses('DENIED');
  });

  it('are seen by an analyst who raised one, who may not answer it', () => {
    given(inReview(), concernRaised({ by: 'analyst_2', audience: 'REVIEWERS' }))
      .when(answerConcern({ by: 'analyst_2' }))
      .refuses('DENIED');
  });
});

describe('settleConcern (rules: commands 5)', () => {
  const open = [inReview(), concernRaised()];
  const answered = [open, concernAnswered()];
  const disputed = [answered, settleConcern('DISPUTED')];
  const settled = [answered, settleConcern('SETTLED')];
  const withdrawn = [open, settleConcern('WITHDRAWN')];

  it.each([
    ['SETTLED', 'ANSWERED', answered],
    ['DISPUTED', 'ANSWERED', answered],
    ['WITHDRAWN', 'OPEN', open],
    ['WITHDRAWN', 'ANSWERED', answered],
    ['WITHDRAWN', 'DISPUTED', disputed],
  ])('is %s from %s', (outcome, _, journey) => {
    const { proposal } = given(journey)
      .when(settleConcern(outcome))
      .then(event('ConcernSettled', { status: outcome, note: 'We read the answer.' }));
    expect(proposal.concerns[0]?.status).toBe(outcome);
  });

  it.each([
    ['SETTLED', 'OPEN', open],
    ['DISPUTED', 'OPEN', open],
    ['SETTLED', 'DISPUTED', disputed],
    ['DISPUTED', 'DISPUTED', disputed],
    ['SETTLED', 'SETTLED', settled],
    ['DISPUTED', 'SETTLED', settled],
    ['WITHDRAWN', 'SETTLED', settled],
    ['SETTLED', 'WITHDRAWN', withdrawn],
    ['WITHDRAWN', 'WITHDRAWN', withdrawn],
  ])('is blocked to %s from %s', (outcome, _, journey) => {
    given(journey)
      .when(settleConcern(outcome))
      .refuses('BLOCKED', { code: 'wrong-state', subjects: ['concern:id-1'] });
  });

  it.each(['OPEN', 'ANSWERED'])('is INVALID to %s, for anyone who may read the proposal', outcome => {
    for (const by of ['partner_a', 'partner_b', 'analyst', 'auditor'] as const) {
      given(answered)
        .when(settleConcern(outcome, { by }))
        .refuses('INVALID', { path: ['outcome'] });
    }
    given(answered)
      .when(settleConcern(outcome, { by: 'outsider' }))
      .refuses('NOT_FOUND');
  });

  it.each(['__proto__', 'constructor', 'settled'])('is INVALID to %s', outcome => {
    given(answered)
      .when(settleConcern(outcome))
      .refuses('INVALID', { path: ['outcome'] });
  });

  it('lets a colleague of the same partner settle it', () => {
    given(answered)
      .when(settleConcern('SETTLED', { by: 'partner_a_2' }))
      .accepted();
  });

  it('does not exist for another partner', () => {
    given(answered)
      .when(settleConcern('SETTLED', { by: 'partner_b' }))
      .refuses('NOT_FOUND');
  });

  it.each(['analyst', 'engagement_lead', 'approver', 'auditor'] as const)('denies %s, who did not raise it', by => {
    given(answered).when(settleConcern('SETTLED', { by })).refuses('DENIED');
  });

  it('lets a reader settle their own, and no colleague of theirs', () => {
    const own = [inReview(), concernRaised({ by: 'security_officer' }), concernAnswered()];
    given(own)
      .when(settleConcern('SETTLED', { by: 'security_officer' }))
      .accepted();
    given(own)
      .when(settleConcern('SETTLED', { by: 'privacy_officer' }))
      .refuses('DENIED');
  });

  it('denies a raiser who has become the author', () => {
    given(inReview(), concernRaised({ by: 'analyst_2' }), concernAnswered(), handOverProposal('analyst_2'))
      .when(settleConcern('SETTLED', { by: 'analyst_2' }))
      .refuses('DENIED');
  });

  it('denies the author even where they also speak for the partner', () => {
    const by = person('analyst', 'lead', 'analyst', ['partner', 'partner-a']);
    given(answered).when(settleConcern('SETTLED', { by })).refuses('DENIED');
  });

  it('is closed by nothing else: not by revising, commenting or returning', () => {
    const { proposal } = given(open, comment(), returned(), submitted());
    expect(proposal.concerns[0]?.status).toBe('OPEN');
  });
});
