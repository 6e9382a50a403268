// Decisions: what an approval needs, what a refusal owes, and what a return leaves as it is.
import { describe, expect, it } from '@jest/globals';
import {
  allKeys,
  allSignedOff,
  answer,
  answersWith,
  approved,
  awaitingDecision,
  concernAnswered,
  concernRaised,
  condition,
  declareConflict,
  drafted,
  event,
  gap,
  given,
  giveSignOff,
  inReview,
  person,
  raiseConcern,
  recordDecision,
  returned,
  reviseProposal,
  settleConcern,
  signedOff,
  submitted,
  t1Keys,
  t2,
  t2Facts,
  withdrawProposal,
  withdrawSignOff,
  type Journey,
} from '../../../../test/builders/index.js';

const promised = (about: string) => ({ finding: 'MET_WITH_CONDITIONS', conditions: [condition([about])] });
const conditional = [
  inReview(),
  signedOff('purpose'),
  signedOff('proportionality'),
  signedOff('privacy_risk', promised('RK-2')),
];
const refused = { disposition: 'NOT_ACCEPTED' };
const declined = { wouldChangeIt: 'Counts instead of names.' };

describe('recordDecision: who and when (rules: commands 9)', () => {
  it('lets an approver approve what awaits a decision', () => {
    const { proposal } = given(awaitingDecision())
      .when(recordDecision())
      .then(event('DecisionRecorded', { outcome: 'APPROVED', onRevision: 1, reasons: 'As weighed.', overruled: [] }));
    expect(proposal).toMatchObject({
      state: 'APPROVED',
      decision: { outcome: 'APPROVED', by: { personId: 'approver', role: 'approver' } },
    });
  });

  it.each(['analyst_2', 'data_steward', 'privacy_officer', 'engagement_lead', 'auditor', 'partner_a'] as const)(
    'denies %s',
    by => {
      given(awaitingDecision()).when(recordDecision('RETURNED', { by })).refuses('DENIED', { code: 'not-permitted' });
    },
  );

  it('denies an approver of another organisation', () => {
    const by = person('guest', 'elsewhere', 'approver', ['analyst', 'lead']);
    given(awaitingDecision()).when(recordDecision('APPROVED', { by })).refuses('DENIED');
  });

  it.each<[string, Journey]>([
    ['DRAFTING', drafted()],
    ['RETURNED', [submitted(), returned()]],
    ['APPROVED', approved()],
    ['WITHDRAWN', [submitted(), withdrawProposal()]],
  ])('is blocked in %s', (_, journey) => {
    for (const outcome of ['RETURNED', 'REDIRECTED', 'APPROVED'])
      given(journey).when(recordDecision(outcome)).refuses('BLOCKED', { code: 'wrong-state' });
  });

  it.each([
    ['blank reasons', { reasons: '  ' }, ['reasons']],
    ['an outcome there is not', { outcome: 'MAYBE' }, ['outcome']],
    ['a concern there is not', { overruled: ['nothing'] }, ['overruled']],
    ['an answer to another question than PR-10 and PR-15', { answers: [answer('PM-1')] }, ['answers.PM-1']],
    ['an answer of the wrong shape', { answers: [answer('PR-10', 7)] }, ['answers.PR-10']],
    ['an unknown question', { answers: [answer('constructor')] }, ['answers.constructor']],
  ])('is INVALID for %s', (_, changes, path) => {
    given(awaitingDecision('T2')).when(recordDecision('APPROVED', changes)).refuses('INVALID', { path });
  });

  it('tells anyone who may read it of an answer of the wrong shape', () => {
    given(inReview())
      .when(recordDecision('APPROVED', { by: 'analyst', answers: [answer('PR-10', [])] }))
      .refuses('INVALID', { path: ['answers.PR-10'] });
  });
});

describe('recordDecision APPROVED (rules: commands 9)', () => {
  it('names every required sign-off that is missing, at T1 and at T3', () => {
    given(inReview())
      .when(recordDecision())
      .refuses('BLOCKED', { code: 'not-ready', subjects: t1Keys.map(key => `signOff:${key}`) });
    given(inReview('T3'))
      .when(recordDecision())
      .refuses('BLOCKED', { subjects: allKeys.map(key => `signOff:${key}`) });
  });

  it.each(allKeys)('is blocked without %s', key => {
    const others = allKeys.filter(each => each !== key);
    const given_ =
      key === 'purpose' ? [allSignedOff('T2'), withdrawSignOff('purpose')] : others.map(each => signedOff(each));
    given(inReview('T2'), given_)
      .when(recordDecision())
      .refuses('BLOCKED', { subjects: [`signOff:${key}`] });
  });

  it('is blocked by a stale sign-off', () => {
    given(awaitingDecision(), reviseProposal({ transferRoute: 'By post.' }))
      .when(recordDecision())
      .refuses('BLOCKED', { subjects: ['signOff:privacy_risk'] });
  });

  it('is blocked by a sign-off whose giver declared a conflict', () => {
    given(awaitingDecision(), declareConflict('security_officer'))
      .when(recordDecision())
      .refuses('BLOCKED', { subjects: ['signOff:privacy_risk'] });
  });

  it('is blocked by a sign-off that is not met, or met with conditions', () => {
    given(inReview(), allSignedOff(), giveSignOff('privacy_risk', { finding: 'NOT_MET' }))
      .when(recordDecision())
      .refuses('BLOCKED', { subjects: ['signOff:privacy_risk'] });
    given(conditional)
      .when(recordDecision())
      .refuses('BLOCKED', { subjects: ['signOff:privacy_risk'] });
  });

  it('is blocked by every open concern', () => {
    given(awaitingDecision(), raiseConcern(), raiseConcern({ by: 'partner_b' }))
      .when(recordDecision())
      .refuses('BLOCKED', { subjects: ['concern:id-1', 'concern:id-2'] });
    given(awaitingDecision(), raiseConcern())
      .when(recordDecision('APPROVED', { overruled: ['id-1'] }))
      .refuses('BLOCKED', { subjects: ['concern:id-1'] });
  });

  it('is blocked by a REVIEWERS concern like by all others', () => {
    given(awaitingDecision(), raiseConcern({ by: 'analyst_2', audience: 'REVIEWERS' }))
      .when(recordDecision())
      .refuses('BLOCKED', { subjects: ['concern:id-1'] });
  });

  it.each<[string, Journey]>([
    ['a substantial concern that was not accepted', concernAnswered(refused)],
    ['a disputed one', [concernAnswered(), settleConcern('DISPUTED')]],
  ])('goes past %s only by name', (_, journey) => {
    const before = given(awaitingDecision(), concernRaised(), journey);
    before.when(recordDecision()).refuses('BLOCKED', { subjects: ['concern:id-1'] });
    const { proposal } = before.when(recordDecision('APPROVED', { overruled: ['id-1'] })).accepted();
    expect(proposal.decision?.overruled).toEqual(['id-1']);
  });

  it('goes past a disputed one of any severity only by name', () => {
    given(awaitingDecision(), concernRaised({ severity: 'MINOR' }), concernAnswered(), settleConcern('DISPUTED'))
      .when(recordDecision())
      .refuses('BLOCKED', { subjects: ['concern:id-1'] });
  });

  it.each<[string, Journey]>([
    ['moderate and not accepted', [concernRaised({ severity: 'MODERATE' }), concernAnswered(refused)]],
    ['substantial and partly accepted', [concernRaised(), concernAnswered({ disposition: 'PARTLY_ACCEPTED' })]],
    ['substantial, not accepted and settled', [concernRaised(), concernAnswered(refused), settleConcern()]],
    ['open and withdrawn', [concernRaised(), settleConcern('WITHDRAWN')]],
    [
      'disputed and withdrawn',
      [concernRaised(), concernAnswered(refused), settleConcern('DISPUTED'), settleConcern('WITHDRAWN')],
    ],
  ])('is not held by a concern that is %s', (_, journey) => {
    given(awaitingDecision(), journey).when(recordDecision()).accepted();
  });

  it('does not mind the answers themselves: the sign-offs have judged them', () => {
    expect(given(approved('T3')).proposal.state).toBe('APPROVED');
  });
});

describe('recordDecision APPROVED_WITH_CONDITIONS (rules: commands 9)', () => {
  it('takes sign-offs that are met with conditions', () => {
    expect(given(conditional).when(recordDecision('APPROVED_WITH_CONDITIONS')).accepted().proposal.state).toBe(
      'APPROVED_WITH_CONDITIONS',
    );
  });

  it('takes a condition of its own', () => {
    const { proposal } = given(awaitingDecision())
      .when(recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition([])] }))
      .accepted();
    expect(proposal.decision?.conditions).toEqual([
      expect.objectContaining({ statement: 'The rule for small counts is written down.' }),
    ]);
  });

  it('is blocked without any condition', () => {
    given(awaitingDecision())
      .when(recordDecision('APPROVED_WITH_CONDITIONS'))
      .refuses('BLOCKED', { code: 'not-ready', subjects: ['conditions'] });
  });

  it('does not count conditions that have lapsed', () => {
    given(conditional, giveSignOff('privacy_risk'))
      .when(recordDecision('APPROVED_WITH_CONDITIONS'))
      .refuses('BLOCKED', { subjects: ['conditions'] });
  });

  it('is blocked by NOT_MET, by missing sign-offs and by concerns like an approval', () => {
    given(inReview(), allSignedOff(), giveSignOff('privacy_risk', { finding: 'NOT_MET' }), concernRaised())
      .when(recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition([])] }))
      .refuses('BLOCKED', { subjects: ['signOff:privacy_risk', 'concern:id-1'] });
    given(inReview())
      .when(recordDecision('APPROVED_WITH_CONDITIONS'))
      .refuses('BLOCKED', { subjects: [...t1Keys.map(key => `signOff:${key}`), 'conditions'] });
  });

  it('is INVALID for a condition about a question there is not, or without a statement', () => {
    given(awaitingDecision())
      .when(recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition(['XX-1'])] }))
      .refuses('INVALID', { path: ['conditions.0.about'] });
    given(awaitingDecision())
      .when(recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition([], { statement: ' ' })] }))
      .refuses('INVALID', { path: ['conditions.0.statement'] });
  });

  it('opens nothing: conditions precedent stay open', () => {
    const { proposal } = given(awaitingDecision())
      .when(recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition([], { precedent: true })] }))
      .accepted();
    expect(proposal).toMatchObject({ state: 'APPROVED_WITH_CONDITIONS' });
    expect(proposal.decision?.conditions[0]?.metAt).toBeUndefined();
  });
});

describe('recordDecision DECLINED (rules: commands 9; GR-9)', () => {
  it('needs to say what would change it', () => {
    given(inReview())
      .when(recordDecision('DECLINED'))
      .refuses('BLOCKED', { code: 'not-ready', subjects: ['wouldChangeIt'] });
    given(inReview())
      .when(recordDecision('DECLINED', { wouldChangeIt: ' ' }))
      .refuses('BLOCKED', { subjects: ['wouldChangeIt'] });
    expect(given(inReview()).when(recordDecision('DECLINED', declined)).accepted().proposal.state).toBe('DECLINED');
  });

  it.each(['T2', 'T3'] as const)('needs PR-15 at %s, which the author left open', tier => {
    given(inReview(tier))
      .when(recordDecision('DECLINED', declined))
      .refuses('BLOCKED', { subjects: ['PR-15'] });
    given(inReview(tier))
      .when(recordDecision('DECLINED', { ...declined, answers: [answer('PR-15')] }))
      .accepted();
  });

  it('takes the author’s own answers', () => {
    given(drafted(t2({ answers: answersWith(t2Facts, answer('PR-15')) })), submitted())
      .when(recordDecision('DECLINED', declined))
      .accepted();
  });

  it('does not take a gap for an answer, neither the author’s nor the decider’s', () => {
    const open = [drafted(t2({ answers: answersWith(t2Facts, gap('PR-10')) })), submitted()];
    given(open)
      .when(recordDecision('DECLINED'))
      .refuses('BLOCKED', { subjects: ['wouldChangeIt', 'PR-10', 'PR-15'] });
    given(open)
      .when(recordDecision('DECLINED', { ...declined, answers: [gap('PR-10'), answer('PR-15')] }))
      .refuses('BLOCKED', { subjects: ['PR-10'] });
    given(open)
      .when(recordDecision('DECLINED', { ...declined, answers: [answer('PR-10'), answer('PR-15')] }))
      .accepted();
  });

  it('keeps the decider’s answers as the decider’s own', () => {
    const { proposal } = given(inReview('T2'))
      .when(recordDecision('DECLINED', { ...declined, answers: [answer('PR-15', 'They would still ring us.')] }))
      .accepted();
    expect(proposal.decision?.answers).toEqual([
      { questionId: 'PR-15', value: 'They would still ring us.', evidence: [] },
    ]);
    expect(proposal.dossier.answers.some(({ questionId }) => questionId === 'PR-15')).toBe(false);
  });

  it('needs no sign-off, and no concern answered', () => {
    given(inReview(), concernRaised()).when(recordDecision('DECLINED', declined)).accepted();
  });
});

describe('recordDecision RETURNED and REDIRECTED (rules: commands 9 and 10)', () => {
  it.each(['RETURNED', 'REDIRECTED'])('%s needs reasons and nothing else', outcome => {
    expect(given(inReview('T3'), concernRaised()).when(recordDecision(outcome)).accepted().proposal.state).toBe(
      outcome,
    );
    expect(given(awaitingDecision()).when(recordDecision(outcome)).accepted().proposal.state).toBe(outcome);
  });

  it('resets no sign-off by a return', () => {
    const { proposal } = given(awaitingDecision(), returned());
    expect(Object.values(proposal.signOffs).map(({ status }) => status)).toEqual(['GIVEN', 'GIVEN', 'GIVEN']);
  });
});
