// Conditions: shown to be met by the author, confirmed by somebody else, and lapsed with their sign-off.
import { describe, expect, it } from '@jest/globals';
import {
  approved,
  awaitingDecision,
  condition,
  event,
  given,
  giveSignOff,
  inReview,
  meetCondition,
  person,
  recordDecision,
  returned,
  reviseProposal,
  signedOff,
  withdrawSignOff,
} from '../../../../test/builders/index.js';
import { getDefinition } from '../../workflows/index.js';
import { conditionsInForce } from '../conditions.js';
import type { Proposal } from '../proposal.js';

const inForce = (proposal: Proposal): string[] =>
  conditionsInForce(getDefinition(proposal.workflow), proposal).map(({ statement }) => statement);
const promised = (...statements: string[]) => ({
  finding: 'MET_WITH_CONDITIONS',
  conditions: statements.map(statement => condition(['PM-1', 'RK-2'], { statement })),
});
const withCondition = [
  awaitingDecision(),
  recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition(['RK-9'], { precedent: true })] }),
];
const evidenced = [withCondition, meetCondition('id-1')];

describe('meetCondition (rules: commands 9)', () => {
  it('takes the author’s evidence, which does not meet it yet', () => {
    const { proposal } = given(withCondition)
      .when(meetCondition('id-1'))
      .then(
        event('ConditionEvidenced', { conditionId: 'id-1', evidence: 'The rule is signed; see the attached page.' }),
      );
    expect(proposal.decision?.conditions[0]).toMatchObject({ evidence: { by: { personId: 'analyst' } } });
    expect(proposal.decision?.conditions[0]?.metAt).toBeUndefined();
  });

  it('is met only when a privacy officer confirms it', () => {
    const { proposal } = given(evidenced)
      .when(meetCondition('id-1', { by: 'privacy_officer' }))
      .then(event('ConditionMet', { conditionId: 'id-1' }));
    expect(proposal.decision?.conditions[0]?.metAt).toBe(proposal.updatedAt);
  });

  it('is blocked for a privacy officer before any evidence', () => {
    given(withCondition)
      .when(meetCondition('id-1', { by: 'privacy_officer' }))
      .refuses('BLOCKED', { code: 'no-evidence', subjects: ['id-1'] });
  });

  it('is not confirmed by an author who is a privacy officer too', () => {
    const by = person('analyst', 'lead', 'analyst', 'privacy_officer');
    given(evidenced).when(meetCondition('id-1', { by })).then(event('ConditionEvidenced'));
  });

  it('is blocked once met', () => {
    given(evidenced, meetCondition('id-1', { by: 'privacy_officer' }))
      .when(meetCondition('id-1'))
      .refuses('BLOCKED', { code: 'already-met' });
  });

  it.each(['analyst_2', 'security_officer', 'approver', 'auditor', 'data_steward'] as const)('denies %s', by => {
    given(withCondition).when(meetCondition('id-1', { by })).refuses('DENIED');
  });

  it('finds no condition of an unknown id, or one that has lapsed', () => {
    for (const id of ['nothing', '__proto__', 'constructor'])
      given(withCondition).when(meetCondition(id)).refuses('NOT_FOUND');
    given(inReview(), signedOff('purpose', promised('One.')), withdrawSignOff('purpose'))
      .when(meetCondition('id-1'))
      .refuses('NOT_FOUND');
  });

  it('is INVALID for blank evidence', () => {
    given(withCondition)
      .when(meetCondition('id-1', { evidence: ' ' }))
      .refuses('INVALID', { path: ['evidence'] });
  });

  it('is possible on a sign-off’s condition before the decision', () => {
    given(inReview(), signedOff('purpose', promised('One.')))
      .when(meetCondition('id-1'))
      .accepted();
  });
});

describe('conditions in force (rules: commands 6 and 9)', () => {
  it('are those of sign-offs in the order of the definition, then the decision’s', () => {
    const { proposal } = given(
      inReview(),
      signedOff('purpose', promised('Of purpose.')),
      signedOff('privacy_risk', promised('Of risk, one.', 'Of risk, two.')),
      signedOff('proportionality'),
      giveSignOff('purpose', promised('Of purpose, again.')),
      recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition([], { statement: 'Of the decision.' })] }),
    );
    expect(inForce(proposal)).toEqual(['Of purpose, again.', 'Of risk, one.', 'Of risk, two.', 'Of the decision.']);
  });

  it.each([
    ['replaced', giveSignOff('purpose')],
    ['withdrawn', withdrawSignOff('purpose')],
    ['stale', reviseProposal({ answers: [{ questionId: 'PM-1', value: 'Another.' }] })],
  ])('lapse when their sign-off is %s', (_, act) => {
    expect(inForce(given(inReview(), signedOff('purpose', promised('One.'))).proposal)).toEqual(['One.']);
    expect(inForce(given(inReview(), signedOff('purpose', promised('One.')), act).proposal)).toEqual([]);
  });

  it('stay through a return', () => {
    expect(inForce(given(inReview(), signedOff('purpose', promised('One.')), returned()).proposal)).toEqual(['One.']);
  });

  it('are none where nothing was promised', () => {
    expect(inForce(given(approved()).proposal)).toEqual([]);
  });
});
