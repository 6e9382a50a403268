// Separation of duties and conflicts of interest: by people, not roles, and without exemption.
import { describe, expect, it } from '@jest/globals';
import {
  allSignedOff,
  answer,
  awaitingDecision,
  declareConflict,
  draftProposal,
  event,
  given,
  giveSignOff,
  handOverProposal,
  inReview,
  invited,
  madeStale,
  person,
  proposalAfter,
  raiseConcern,
  recordDecision,
  returned,
  reviseProposal,
  signedOff,
  submitProposal,
  submitted,
  t2,
  withdrawSignOff,
  concernAnswered,
  concernRaised,
  type Journey,
} from '../../test/builders/index.js';
import { breachOfSigning } from './duties.js';
import type { Role } from './vocabulary/index.js';

const everything: Role[] = [
  'data_steward',
  'privacy_officer',
  'security_officer',
  'engagement_lead',
  'approver',
  'analyst',
  'administrator',
];
/** One person in every role: only the duties stand in their way. */
const everybody = person('everybody', 'lead', ...everything);
const separated = { code: 'separation-of-duties' } as const;
const by = everybody;

describe('separation of duties (rules: commands 7; GR-5)', () => {
  const authored: Journey = [draftProposal(t2(), { by }), invited(), submitProposal({ by })];

  it.each(['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency'])(
    'keeps the author from the sign-off %s',
    key => {
      given(authored)
        .when(giveSignOff(key, { by, finding: 'NOT_MET' }))
        .refuses('DENIED', separated);
    },
  );

  it.each(['APPROVED', 'RETURNED', 'DECLINED', 'REDIRECTED'])('keeps the author from the decision %s', outcome => {
    given(authored).when(recordDecision(outcome, { by })).refuses('DENIED', separated);
  });

  it('keeps an author who has handed over from both', () => {
    const after = given(draftProposal(t2(), { by }), handOverProposal('analyst', { by }), submitted());
    after.when(giveSignOff('purpose', { by })).refuses('DENIED', separated);
    after.when(recordDecision('RETURNED', { by })).refuses('DENIED', separated);
  });

  it.each([
    ['purpose', 'proportionality'],
    ['proportionality', 'purpose'],
    ['proportionality', 'transparency'],
    ['transparency', 'proportionality'],
  ])('keeps who gave %s from %s', (first, second) => {
    given(inReview('T2'), signedOff(first, { by, finding: 'NOT_MET' }))
      .when(giveSignOff(second, { by, finding: 'NOT_MET' }))
      .refuses('DENIED', separated);
  });

  it.each([
    ['purpose', 'privacy_risk'],
    ['purpose', 'transparency'],
    ['purpose', 'consultation'],
    ['proportionality', 'privacy_risk'],
    ['privacy_risk', 'transparency'],
    ['consultation', 'transparency'],
  ])('lets one person give %s and %s', (first, second) => {
    given(inReview('T2'), signedOff(first, { by, finding: 'NOT_MET' }))
      .when(giveSignOff(second, { by, finding: 'NOT_MET' }))
      .accepted();
  });

  it('lets nobody give more than two', () => {
    const two = [inReview('T2'), signedOff('purpose', { by }), signedOff('privacy_risk', { by })];
    for (const key of ['consultation', 'transparency'])
      given(two)
        .when(giveSignOff(key, { by, finding: 'NOT_MET' }))
        .refuses('DENIED', separated);
  });

  it('lets one of two be given again', () => {
    given(inReview('T2'), signedOff('purpose', { by }), signedOff('privacy_risk', { by }))
      .when(giveSignOff('purpose', { by }))
      .accepted();
  });

  it.each<[string, Journey]>([
    ['withdrawn', [signedOff('purpose', { by }), withdrawSignOff('purpose', { by })]],
    ['stale', [signedOff('purpose', { by }), reviseProposal({ answers: [answer('PM-1', 'Another.')] })]],
    [
      'past, and since given by somebody else',
      [signedOff('purpose', { by }), withdrawSignOff('purpose', { by }), signedOff('purpose')],
    ],
  ])('counts a sign-off that is %s', (_, journey) => {
    given(inReview('T2'), journey)
      .when(giveSignOff('proportionality', { by, finding: 'NOT_MET' }))
      .refuses('DENIED', separated);
    given(inReview('T2'), journey).when(recordDecision('RETURNED', { by })).refuses('DENIED', separated);
  });

  it('keeps a signer from every decision', () => {
    const after = given(inReview(), allSignedOff(), giveSignOff('purpose'));
    after
      .when(recordDecision('APPROVED', { by: person('data_steward', 'lead', 'data_steward', 'approver') }))
      .refuses('DENIED', separated);
  });

  it('keeps the decider from signing afterwards', () => {
    given(inReview(), recordDecision('RETURNED', { by }), submitted())
      .when(giveSignOff('purpose', { by }))
      .refuses('DENIED', separated);
  });

  it('lets the decider decide again', () => {
    given(inReview(), recordDecision('RETURNED', { by }), submitted())
      .when(recordDecision('RETURNED', { by }))
      .accepted();
  });

  it('does not exempt administrators', () => {
    const administrator = person('boss', 'lead', 'administrator', 'privacy_officer', 'data_steward');
    given(inReview(), signedOff('purpose', { by: administrator }))
      .when(giveSignOff('proportionality', { by: administrator }))
      .refuses('DENIED', separated);
  });

  it('lets who answered a concern as engagement lead give consultation', () => {
    given(inReview('T2'), concernRaised(), concernAnswered()).when(giveSignOff('consultation')).accepted();
  });

  it('keeps who answered a concern in another role from consultation', () => {
    const author = person('analyst', 'lead', 'analyst');
    const both = person('analyst', 'lead', 'analyst', 'engagement_lead');
    given(inReview('T2'), concernRaised(), concernAnswered({ by: author }), handOverProposal())
      .when(giveSignOff('consultation', { by: both }))
      .refuses('DENIED', separated);
  });

  it('keeps them from it for that alone, whoever the author was', () => {
    const proposal = proposalAfter(inReview('T2'), concernRaised(), concernAnswered());
    const answeredBy = (role: Role) => ({
      ...proposal,
      acts: { ...proposal.acts, answerers: [{ personId: 'somebody', role }] },
    });
    expect(breachOfSigning(answeredBy('analyst'), 'somebody', 'consultation')).toBe('separation-of-duties');
    expect(breachOfSigning(answeredBy('analyst'), 'somebody', 'purpose')).toBeUndefined();
    expect(breachOfSigning(answeredBy('engagement_lead'), 'somebody', 'consultation')).toBeUndefined();
  });

  it('hands a proposal over to nobody who signed or decided', () => {
    given(inReview(), signedOff('purpose', { by: person('analyst_2', 'lead', 'analyst', 'data_steward') }))
      .when(handOverProposal('analyst_2'))
      .refuses('BLOCKED', separated);
    given(inReview(), recordDecision('RETURNED', { by: person('analyst_2', 'lead', 'analyst', 'approver') }))
      .when(handOverProposal('analyst_2'))
      .refuses('BLOCKED', separated);
  });
});

describe('conflicts of interest (rules: commands 7 and 11)', () => {
  const conflicted = { code: 'conflict-of-interest' } as const;

  it('bar sign-off and decision', () => {
    given(inReview(), declareConflict('data_steward'))
      .when(giveSignOff('purpose', { finding: 'NOT_MET' }))
      .refuses('DENIED', conflicted);
    given(awaitingDecision(), declareConflict('approver'))
      .when(recordDecision('RETURNED'))
      .refuses('DENIED', conflicted);
  });

  it('bar nobody else', () => {
    given(inReview(), declareConflict('approver')).when(giveSignOff('purpose')).accepted();
  });

  it('make every given sign-off of one’s own stale at once, and take the proposal back into review', () => {
    const { proposal } = given(
      inReview('T2'),
      signedOff('purpose', { by }),
      signedOff('privacy_risk', { by }),
      signedOff('proportionality'),
    )
      .when(declareConflict(by))
      .then(
        event('ConflictDeclared', { reason: 'My sister works there.' }),
        madeStale('purpose', 'conflict'),
        madeStale('privacy_risk', 'conflict'),
      );
    expect(proposal.signOffs.purpose).toMatchObject({ status: 'STALE', staleBecause: ['conflict'], finding: 'MET' });
    expect(proposal.signOffs.proportionality?.status).toBe('GIVEN');
    expect(given(awaitingDecision()).when(declareConflict('data_steward')).accepted().proposal.state).toBe('IN_REVIEW');
  });

  it('do not touch a sign-off that somebody else has given since', () => {
    const { proposal } = given(
      inReview(),
      signedOff('purpose', { by }),
      withdrawSignOff('purpose', { by }),
      signedOff('purpose'),
    )
      .when(declareConflict(by))
      .accepted();
    expect(proposal.signOffs.purpose?.status).toBe('GIVEN');
  });

  it('can be declared before there is anything to sign, in any state', () => {
    given(draftProposal()).when(declareConflict('approver')).accepted();
    given(awaitingDecision(), returned()).when(declareConflict('approver')).accepted();
    given(awaitingDecision(), recordDecision()).when(declareConflict('data_steward')).accepted();
  });

  it('do not keep a partner or a reader from speaking', () => {
    given(inReview(), declareConflict('partner_a')).when(raiseConcern()).accepted();
  });

  it('need a reason', () => {
    given(inReview())
      .when(declareConflict('approver', { reason: ' ' }))
      .refuses('INVALID', { path: ['reason'] });
  });
});
