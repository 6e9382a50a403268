// What a person is offered, and what stands in the way: the commands' own rules, asked beforehand.
import { describe, expect, it } from '@jest/globals';
import {
  actorOf,
  allSignedOff,
  answersWith,
  approved,
  awaitingDecision,
  concernAnswered,
  concernRaised,
  declareConflict,
  drafted,
  gap,
  inReview,
  proposalAfter,
  recordDecision,
  settleConcern,
  signedOff,
  submitted,
  t1,
  t1Facts,
  withdrawProposal,
  type Journey,
  type Who,
} from '../../test/builders/index.js';
import { availableCommands, type Availability } from './available.js';
import { catalogue } from './catalogue/index.js';

const availableTo = (who: Who, ...journey: Journey[]): Availability[] =>
  availableCommands(actorOf(who), catalogue, proposalAfter(...journey));
const ask = (command: string, who: Who, ...journey: Journey[]) =>
  availableTo(who, ...journey).find(each => each.command === command);
const subjects = (availability: Availability | undefined) =>
  availability?.blockers.map(({ subject, code }) => subject ?? code);

describe('available commands (house: refusals; rules: commands)', () => {
  it('leaves out what a person’s roles do not reach', () => {
    expect(availableTo('auditor', inReview())).toEqual([]);
    expect(availableTo('outsider', inReview())).toEqual([]);
    expect(
      availableTo('partner_a', inReview())
        .map(({ command }) => command)
        .sort(),
    ).toEqual(['Comment', 'DeclareConflict', 'ProposeAlternative', 'RaiseConcern']);
    expect(
      availableTo('analyst_2', inReview())
        .map(({ command }) => command)
        .sort(),
    ).toEqual(['Comment', 'DeclareConflict', 'RaiseConcern']);
  });

  it('offers submission with all that it waits for', () => {
    expect(ask('SubmitProposal', 'analyst', drafted())).toEqual({
      command: 'SubmitProposal',
      allowed: true,
      blockers: [],
    });
    const empty = ask('SubmitProposal', 'analyst', drafted({ facts: t1Facts }));
    expect(empty?.allowed).toBe(false);
    expect(subjects(empty)).toEqual(expect.arrayContaining(['purposes', 'dataItems', 'recipients', 'PM-1']));
  });

  it.each<[string, Journey]>([
    ['SubmitProposal', inReview()],
    ['ReviseProposal', approved()],
    ['WithdrawProposal', [drafted(), withdrawProposal()]],
  ])('shuts %s in the wrong state', (command, journey) => {
    expect(ask(command, 'analyst', journey)).toEqual({ command, allowed: false, blockers: [{ code: 'wrong-state' }] });
  });

  it('offers a sign-off, with the blockers of MET', () => {
    expect(ask('GiveSignOff', 'data_steward', inReview())).toEqual({
      command: 'GiveSignOff',
      allowed: true,
      blockers: [],
    });
    expect(
      subjects(
        ask('GiveSignOff', 'data_steward', drafted(t1({ answers: answersWith(t1Facts, gap('PM-1')) })), submitted()),
      ),
    ).toEqual(['PM-1']);
    expect(subjects(ask('GiveSignOff', 'security_officer', inReview()))).toEqual(['signOff:purpose']);
    expect(ask('GiveSignOff', 'data_steward', drafted())).toMatchObject({
      allowed: false,
      blockers: [{ code: 'wrong-state' }],
    });
  });

  it('shuts a sign-off that somebody else has given, or that the duties forbid', () => {
    expect(
      ask(
        'GiveSignOff',
        'privacy_officer_2',
        inReview(),
        signedOff('purpose'),
        signedOff('proportionality'),
        signedOff('privacy_risk'),
      )?.allowed,
    ).toBe(false);
    expect(ask('GiveSignOff', 'data_steward', inReview(), declareConflict('data_steward'))).toMatchObject({
      allowed: false,
      blockers: [{ code: 'conflict-of-interest' }],
    });
  });

  it('offers a decision, with the blockers of approval', () => {
    expect(ask('RecordDecision', 'approver', awaitingDecision())).toEqual({
      command: 'RecordDecision',
      allowed: true,
      blockers: [],
    });
    expect(subjects(ask('RecordDecision', 'approver', inReview(), concernRaised()))).toEqual([
      'signOff:purpose',
      'signOff:proportionality',
      'signOff:privacy_risk',
      'concern:id-1',
    ]);
    expect(ask('RecordDecision', 'approver', drafted())).toMatchObject({ allowed: false });
    expect(ask('RecordDecision', 'approver', inReview(), declareConflict('approver'))).toMatchObject({
      allowed: false,
      blockers: [{ code: 'conflict-of-interest' }],
    });
  });

  it('names dissent that a decision has to overrule', () => {
    expect(
      subjects(
        ask(
          'RecordDecision',
          'approver',
          inReview(),
          allSignedOff(),
          concernRaised(),
          concernAnswered({ disposition: 'NOT_ACCEPTED' }),
        ),
      ),
    ).toEqual(['concern:id-1']);
  });

  it('offers concerns to those who may answer or settle them', () => {
    expect(ask('AnswerConcern', 'engagement_lead', inReview(), concernRaised())?.allowed).toBe(true);
    expect(ask('AnswerConcern', 'partner_a', inReview(), concernRaised())).toBeUndefined();
    expect(ask('SettleConcern', 'partner_a', inReview(), concernRaised())?.allowed).toBe(true);
    expect(ask('SettleConcern', 'partner_b', inReview(), concernRaised())).toBeUndefined();
    expect(ask('SettleConcern', 'partner_a', inReview(), concernRaised(), settleConcern('WITHDRAWN'))?.allowed).toBe(
      false,
    );
  });

  it('tells an author nothing of a REVIEWERS concern', () => {
    expect(
      ask('AnswerConcern', 'analyst', inReview(), concernRaised({ by: 'security_officer', audience: 'REVIEWERS' })),
    ).toBeUndefined();
  });

  it('offers taking back one’s own sign-off', () => {
    expect(ask('WithdrawSignOff', 'data_steward', inReview(), signedOff('purpose'))?.allowed).toBe(true);
    expect(ask('WithdrawSignOff', 'privacy_officer', inReview(), signedOff('purpose'))).toBeUndefined();
  });

  it('shuts a raise at the top', () => {
    expect(ask('RaiseTier', 'privacy_officer', inReview('T3'))).toEqual({
      command: 'RaiseTier',
      allowed: false,
      blockers: [{ code: 'not-higher', subject: 'tier' }],
    });
    expect(ask('RaiseTier', 'privacy_officer', inReview('T2'))?.allowed).toBe(true);
  });

  it('offers what is possible at any time, after the decision too', () => {
    expect(
      availableTo('analyst', inReview(), recordDecision('REDIRECTED'))
        .filter(({ allowed }) => allowed)
        .map(({ command }) => command)
        .sort(),
    ).toEqual(['Comment', 'DeclareConflict', 'HandOverProposal']);
  });
});
