import { describe, expect, it } from '@jest/globals';
import {
  decisionFaults,
  decisionInput,
  emptyDecision,
  foundNotMet,
  isFlawless,
  reasonsOf,
  toAnswer,
  type Matter,
} from './decision-draft.js';

const concern = (id: string, more: object): Matter['concerns'][number] => ({
  ...{
    id,
    statement: `Words of ${id}`,
    status: 'ANSWERED',
    audience: 'PARTIES',
    severity: 'MODERATE',
    disposition: null,
  },
  ...{ raisedBy: { id: 'anahera' }, organisation: { id: 'trust' } },
  ...more,
});
const disputed = concern('c-1', { status: 'DISPUTED' });
const accepted = concern('c-2', { disposition: 'ACCEPTED' });
const matter: Matter = {
  ...{ concerns: [disputed, accepted], tier: 'T2' },
  questions: [
    { standing: 'gap', question: { id: 'PR-10' } },
    { standing: 'answered', question: { id: 'PR-15' } },
    { standing: 'unanswered', question: { id: 'PR-1' } },
  ],
};
const weighed = { ...emptyDecision, reasons: 'As weighed.' };

describe('A decision being written', () => {
  it('wants reasons for each concern that an approval names, and for no other', () => {
    expect(Object.keys(decisionFaults('APPROVED', weighed, matter).overruled)).toEqual(['c-1']);
    expect(isFlawless(decisionFaults('APPROVED', { ...weighed, overruled: { 'c-1': 'Because.' } }, matter))).toBe(true);
    expect(isFlawless(decisionFaults('RETURNED', weighed, matter))).toBe(true);
    expect(isFlawless(decisionFaults('RETURNED', emptyDecision, matter))).toBe(false);
  });

  it('says what would change a refusal, and what the author left open', () => {
    const faults = decisionFaults('DECLINED', weighed, matter);
    expect([faults.wouldChangeIt !== undefined, Object.keys(faults.answers)]).toEqual([true, ['PR-10']]);
    expect(toAnswer({ ...matter, tier: 'T1' })).toEqual([]);
  });

  it('wants its conditions complete', () => {
    const conditions = [{ statement: 'Tested.', owner: '', dueOn: '', precedent: true, about: [] }];
    expect(decisionFaults('APPROVED_WITH_CONDITIONS', { ...weighed, conditions }, matter).conditions).toBe(true);
    expect(decisionFaults('APPROVED', { ...weighed, conditions }, matter).conditions).toBe(false);
  });
});

describe('What was found not met', () => {
  const signOff = (key: string, status: 'GIVEN' | 'STALE' | 'WITHDRAWN', finding: 'MET' | 'NOT_MET') => ({
    ...{ key, status, finding },
  });

  it('stands beside an approval, stale or not, until it is taken back', () => {
    const signOffs = [
      signOff('purpose', 'GIVEN', 'MET'),
      signOff('privacy_risk', 'GIVEN', 'NOT_MET'),
      signOff('consultation', 'STALE', 'NOT_MET'),
      signOff('transparency', 'WITHDRAWN', 'NOT_MET'),
    ];
    expect(foundNotMet(signOffs).map(({ key }) => key)).toEqual(['privacy_risk', 'consultation']);
  });
});

describe('What is recorded', () => {
  it('holds why each named concern is overruled, and not its words, which may be hidden from who reads the reasons', () => {
    const draft = { ...weighed, overruled: { 'c-1': ' It is counted in bands. ' } };
    expect(reasonsOf('APPROVED', draft, matter)).toBe('As weighed.\n\nIt is counted in bands.');
    expect(decisionInput('APPROVED', draft, matter)).toMatchObject({ outcome: 'APPROVED', overruled: ['c-1'] });
  });

  it('leaves out what the outcome does not take', () => {
    const draft = { ...weighed, answers: { 'PR-10': ' Little. ' }, wouldChangeIt: 'A smaller file.' };
    expect(decisionInput('DECLINED', draft, matter)).toEqual({
      ...{ outcome: 'DECLINED', reasons: 'As weighed.', wouldChangeIt: 'A smaller file.' },
      answers: [{ questionId: 'PR-10', value: 'Little.' }],
    });
  });
});
