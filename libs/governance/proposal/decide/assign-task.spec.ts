// assignTask: whoever may do a piece of work takes it, gives it to somebody who may, or gives it back.
import { describe, expect, it } from '@jest/globals';
import {
  actorOf,
  answerConcern,
  approved,
  assignTask,
  awaitingDecision,
  concernAnswered,
  concernRaised,
  condition,
  declareConflict,
  draftProposal,
  event,
  given,
  inReview,
  meetCondition,
  person,
  proposalAfter,
  proposeAlternative,
  raiseConcern,
  recordDecision,
  returned,
  signedOff,
  submitted,
  withdrawSignOff,
  reviseProposal,
  type Changes,
  type Persona,
} from '../../../../test/builders/index.js';

const risk = 'signOff:privacy_risk';
const to = (personId: string, role: string, organisationId = 'lead') => ({ personId, role, organisationId });

describe('Taking a piece of work', () => {
  it.each([
    ['signOff:purpose', 'data_steward', 'data_steward'],
    [risk, 'privacy_officer', 'privacy_officer'],
    [risk, 'security_officer', 'security_officer'],
    ['say:partner-a', 'partner_a', 'partner'],
  ] as const)('%s is for %s, who would do it as %s', (work, who, role) => {
    const { organisationId } = actorOf(who);
    given(inReview())
      .when(assignTask(work, who))
      .then(event('TaskAssigned', { work, to: to(who, role, organisationId), by: expect.objectContaining({ role }) }));
  });

  it('of one organisation’s say is in its name, by whoever is a partner for two', () => {
    const both = person('both', 'partner-a', 'partner', ['partner', 'partner-b']);
    const by = to('both', 'partner', 'partner-b');
    given(inReview())
      .when(assignTask('say:partner-b', both))
      .then(event('TaskAssigned', { to: by, by: expect.objectContaining(by) }));
  });

  it('raises the version, and changes nothing else that anybody judges by', () => {
    const { proposal: before, when } = given(inReview());
    const { proposal } = when(assignTask(risk, 'privacy_officer')).accepted();
    const { assignments, version, updatedAt, ...same } = proposal;
    expect(version).toBe(before.version + 1);
    expect(before).toMatchObject(same);
    expect(assignments).toEqual([expect.objectContaining({ work: risk, at: updatedAt })]);
  });

  it.each([
    ['the author of a sign-off', 'signOff:purpose', 'analyst', 'DENIED'],
    ['another role', 'signOff:purpose', 'engagement_lead', 'DENIED'],
    ['an approver of what is not decided yet', 'decision', 'approver', 'BLOCKED'],
    ['a partner of a sign-off', 'signOff:purpose', 'partner_a', 'DENIED'],
    ['a partner of another organisation’s say', 'say:partner-b', 'partner_a', 'NOT_FOUND'],
    ['the lead of a partner’s say', 'say:partner-a', 'engagement_lead', 'DENIED'],
    ['an auditor', 'signOff:purpose', 'auditor', 'DENIED'],
    ['an administrator', 'signOff:purpose', 'administrator', 'NOT_FOUND'],
    ['anybody of a sign-off that there is not', 'signOff:honour', 'data_steward', 'INVALID'],
    ['anybody of what is no work', 'coffee', 'data_steward', 'INVALID'],
    ['anybody of a concern that there is not', 'concern:c', 'data_steward', 'NOT_FOUND'],
    ['anybody of a condition that there is not', 'condition:c', 'data_steward', 'NOT_FOUND'],
  ] as const)('is not for %s', (_, work, who, kind) => {
    given(inReview()).when(assignTask(work, who)).refuses(kind);
  });

  it('is not for whoever the duties keep from it, which is told like the refusal of the work itself', () => {
    given(inReview(), declareConflict('data_steward'))
      .when(assignTask('signOff:purpose', 'data_steward'))
      .refuses('DENIED', { code: 'conflict-of-interest' });
    given(inReview('T2'), signedOff('purpose'), signedOff('proportionality'))
      .when(assignTask('signOff:transparency', 'privacy_officer'))
      .refuses('DENIED', { code: 'separation-of-duties' });
  });

  it('is possible only while the work waits', () => {
    const work = 'signOff:purpose';
    given(draftProposal()).when(assignTask(work, 'data_steward')).refuses('BLOCKED', { code: 'wrong-state' });
    given(inReview(), signedOff('purpose'))
      .when(assignTask(work, 'data_steward'))
      .refuses('BLOCKED', { code: 'not-waiting' });
    given(awaitingDecision('T1'), returned())
      .when(assignTask('decision', 'approver'))
      .refuses('BLOCKED', { code: 'wrong-state' });
    given(inReview(), proposeAlternative())
      .when(assignTask('say:partner-a', 'partner_a_2'))
      .refuses('BLOCKED', { code: 'not-waiting' });
    given(awaitingDecision()).when(assignTask('decision', 'approver')).accepted();
    given(approved()).when(assignTask('decision', 'approver')).refuses('BLOCKED', { code: 'wrong-state' });
  });

  it.each([
    ['dossier', 'analyst', [draftProposal()]],
    ['concern', 'data_steward', [inReview(), raiseConcern({ by: 'data_steward' }), answerConcern()]],
  ] as const)('is not for what only one person can do: %s', (kind, by, journey) => {
    const proposal = proposalAfter(...journey);
    const work = kind === 'dossier' ? kind : `concern:${proposal.concerns[0]!.id}`;
    given(...journey)
      .when(assignTask(work, by))
      .refuses('BLOCKED', { code: 'one-persons-own' });
  });
});

describe('Giving it to somebody', () => {
  it('is for whoever may take it, to whoever may, with a note', () => {
    given(inReview())
      .when(assignTask(risk, 'privacy_officer', { to: 'security_officer', note: 'You know the route.' }))
      .then(event('TaskAssigned', { to: to('security_officer', 'security_officer'), note: 'You know the route.' }));
  });

  it.each([
    ['another role', 'approver', 'taker-lacks-role'],
    ['the author', 'analyst', 'taker-lacks-role'],
    ['a partner', 'partner_a', 'taker-lacks-role'],
  ] as const)('is BLOCKED to %s, with the reason', (_, receiver, code) => {
    const { blockers } = given(inReview())
      .when(assignTask(risk, 'privacy_officer', { to: receiver }))
      .refuses('BLOCKED', { code: 'not-theirs' });
    expect(blockers).toEqual([{ code, subject: risk }]);
  });

  it('is BLOCKED to whom the duties keep from it', () => {
    const inConflict = given(inReview(), declareConflict('security_officer'));
    const had = given(inReview('T2'), signedOff('purpose'), signedOff('proportionality'));
    const toThem = [
      inConflict.when(assignTask(risk, 'privacy_officer', { to: 'security_officer' })),
      had.when(assignTask('signOff:transparency', 'privacy_officer_2', { to: 'privacy_officer' })),
    ].map(outcome => outcome.refuses('BLOCKED', { code: 'not-theirs' }).blockers.map(({ code }) => code));
    expect(toThem).toEqual([['taker-in-conflict'], ['taker-had-a-part']]);
  });

  it('is INVALID to whom nobody knows', () => {
    given(inReview())
      .when(assignTask(risk, 'privacy_officer', { to: 'nobody' }))
      .refuses('INVALID', { path: ['to'], faults: ['unknown-person'] });
  });

  it('goes among colleagues of one organisation, for partners', () => {
    const raised = given(inReview(), concernRaised(), concernAnswered());
    const work = `concern:${raised.proposal.concerns[0]!.id}`;
    raised.when(assignTask(work, 'partner_a', { to: 'partner_a_2' })).accepted();
    const refused = raised
      .when(assignTask(work, 'partner_a', { to: 'partner_b' }))
      .refuses('BLOCKED', { code: 'not-theirs' });
    expect(refused.blockers).toEqual([{ code: 'taker-lacks-role', subject: work }]);
    raised.when(assignTask(work, 'partner_b')).refuses('NOT_FOUND');
  });

  it('of a concern among reviewers stays among them', () => {
    const raised = given(inReview(), concernRaised({ by: 'data_steward', audience: 'REVIEWERS' }));
    const work = `concern:${raised.proposal.concerns[0]!.id}`;
    raised.when(assignTask(work, 'engagement_lead')).then(event('TaskAssigned', { work, audience: 'REVIEWERS' }));
    raised.when(assignTask(work, 'analyst')).refuses('NOT_FOUND');
  });

  it('of a condition goes to another privacy officer than showed it, and never to the author', () => {
    const decided = given(
      awaitingDecision(),
      recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition(['RK-2'])] }),
    );
    const id = decided.proposal.decision!.conditions[0]!.id;
    const shown = decided.when(meetCondition(id)).accepted();
    decided.when(assignTask(`condition:${id}`, 'analyst')).refuses('BLOCKED', { code: 'one-persons-own' });
    shown.when(assignTask(`condition:${id}`, 'analyst')).refuses('DENIED', { code: 'separation-of-duties' });
    const own = shown.when(assignTask(`condition:${id}`, 'privacy_officer', { to: 'analyst' })).refuses('BLOCKED');
    expect(own.blockers).toEqual([{ code: 'taker-had-a-part', subject: `condition:${id}` }]);
    shown.when(assignTask(`condition:${id}`, 'privacy_officer', { to: 'privacy_officer_2' })).accepted();
  });
});

describe('What somebody else has', () => {
  const taken = () => given(inReview(), assignTask(risk, 'privacy_officer'));
  const passed = (by: Persona, changes?: Changes) => taken().when(assignTask(risk, by, changes));

  it('is a CONFLICT that names them, for whoever does not name them first', () => {
    const { blockers } = passed('security_officer').refuses('CONFLICT', { code: 'already-taken' });
    expect(blockers).toEqual([{ code: 'already-taken', subject: 'person:privacy_officer' }]);
    passed('security_officer', { from: 'privacy_officer_2' }).refuses('CONFLICT', { code: 'already-taken' });
    passed('security_officer', { to: undefined }).refuses('CONFLICT', { code: 'already-taken' });
  });

  it('is passed on by them, or by whoever names them', () => {
    passed('privacy_officer', { to: 'security_officer' }).accepted();
    passed('security_officer', { from: 'privacy_officer' }).accepted();
    passed('privacy_officer_2', { from: 'privacy_officer', to: 'security_officer' }).accepted();
    passed('privacy_officer_2', { from: 'privacy_officer', to: undefined }).then(event('TaskAssigned', { to: null }));
  });

  it('is given back once, and taken once', () => {
    const back = passed('privacy_officer', { to: undefined }).then(event('TaskAssigned', { to: null }));
    expect(back.proposal.assignments).toEqual([]);
    back.when(assignTask(risk, 'privacy_officer', { to: undefined })).refuses('BLOCKED', { code: 'not-taken' });
    back.when(assignTask(risk, 'security_officer')).accepted();
    passed('privacy_officer').refuses('BLOCKED', { code: 'already-theirs' });
  });

  it('is anybody’s again when they may not do it any more', () => {
    const left = person('privacy_officer', 'lead');
    passed('security_officer', { facts: { colleagues: [left] } }).accepted();
    given(inReview(), assignTask(risk, 'privacy_officer'), declareConflict('privacy_officer'))
      .when(assignTask(risk, 'security_officer'))
      .accepted();
  });

  it('is the same piece of work to give and to give again, and another one once it was done', () => {
    const journey = [awaitingDecision(), reviseProposal({ transferRoute: 'By hand.' })];
    const again = given(...journey, assignTask(risk, 'privacy_officer'));
    again.when(assignTask(risk, 'security_officer')).refuses('CONFLICT');
    given(
      inReview(),
      assignTask(risk, 'privacy_officer'),
      signedOff('purpose'),
      signedOff('privacy_risk'),
      withdrawSignOff('privacy_risk'),
    )
      .when(assignTask(risk, 'security_officer'))
      .accepted();
    given(inReview(), assignTask(risk, 'privacy_officer'), returned(), submitted())
      .when(assignTask(risk, 'security_officer'))
      .accepted();
  });
});
