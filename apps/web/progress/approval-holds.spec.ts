import { describe, expect, it } from '@jest/globals';
import { approvalHolds } from './approval-holds.js';

const concerns = [{ status: 'DISPUTED', severity: 'MINOR', disposition: 'ACCEPTED' }] as const;
const signOffs = [
  { status: 'GIVEN', finding: 'NOT_MET' },
  { status: 'STALE', finding: 'NOT_MET' },
  { status: 'GIVEN', finding: 'MET' },
];

describe('What would hold an approval', () => {
  it('is said while there is still a way to it', () => {
    expect(approvalHolds({ state: 'IN_REVIEW', signOffs, concerns })).toBe(
      'An approval would be held by 1 sign-off found not met and 1 concern not settled.',
    );
  });

  it('leaves out what holds the next step already', () => {
    const open = [{ status: 'OPEN', severity: 'MINOR', disposition: null }] as const;
    expect(approvalHolds({ state: 'IN_REVIEW', signOffs: [], concerns: open })).toBeUndefined();
    expect(approvalHolds({ state: 'RETURNED', signOffs: [], concerns: open })).toContain('1 concern');
  });

  it('is not said when nothing does, or when it is next', () => {
    expect(approvalHolds({ state: 'RETURNED', signOffs: [], concerns: [] })).toBeUndefined();
    expect(approvalHolds({ state: 'AWAITING_DECISION', signOffs, concerns })).toBeUndefined();
  });
});
