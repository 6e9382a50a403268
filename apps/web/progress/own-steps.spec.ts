import { describe, expect, it } from '@jest/globals';
import { ownSteps } from './own-steps.js';

const task = (kind: string, group: string, isAssignable = false) => ({ kind, group, isAssignable });

describe('Steps of a proposal', () => {
  const purpose = task('GIVE_SIGN_OFF', 'WAITING_ON_OTHERS');
  const proportionality = task('GIVE_AGAIN', 'WAITING_ON_OTHERS', true);
  const decide = task('DECIDE', 'WAITING_ON_OTHERS');
  const answer = task('ANSWER_CONCERN', 'LATER', true);

  it('leave out of an author’s own what only others may do', () => {
    const { own, others } = ownSteps([answer, purpose, decide]);
    expect([own, others]).toEqual([[answer], [decide]]);
  });

  it('keep what is one’s own and comes after another, or was taken by a colleague', () => {
    expect(ownSteps([purpose, proportionality]).own).toEqual([proportionality]);
  });
});
