import { describe, expect, it } from '@jest/globals';
import { heldSteps } from './holds.js';

const missing = { code: 'sign-off-missing', message: 'It is missing.', subject: 'signOff:purpose' };
const nodes = [
  { state: 'AWAITING_DECISION', title: 'Awaiting a decision', status: 'HERE' },
  { state: 'APPROVED', title: 'Approved', status: 'NEXT' },
  { state: 'APPROVED_WITH_CONDITIONS', title: 'Approved with conditions', status: 'NEXT' },
  { state: 'DECLINED', title: 'Declined', status: 'POSSIBLE' },
] as const;
const step = (to: 'APPROVED' | 'APPROVED_WITH_CONDITIONS' | 'DECLINED', blockers = [missing]) =>
  ({ from: 'AWAITING_DECISION', to, blockers }) as const;

describe('What holds the next steps', () => {
  it('is said once where two steps are held by the same', () => {
    const held = heldSteps({ nodes, edges: [step('APPROVED', [missing, missing]), step('APPROVED_WITH_CONDITIONS')] });
    expect(held).toEqual([{ before: 'Approved', holds: [missing] }]);
  });

  it('is nothing where nothing holds them, or only what is no step towards a decision', () => {
    expect(heldSteps({ nodes, edges: [step('APPROVED', []), step('DECLINED')] })).toEqual([]);
  });
});
