import { describe, expect, it } from '@jest/globals';
import { ownSteps } from './own-steps.js';

const task = (kind: string, group: string, subject: string | null = null) => ({ kind, group, subject });
const signOffs = [
  { key: 'purpose', whoMay: [{ id: 'steward' }] },
  { key: 'proportionality', whoMay: [{ id: 'officer' }] },
];

describe('Steps of a proposal', () => {
  const purpose = task('GIVE_SIGN_OFF', 'WAITING_ON_OTHERS', 'signOff:purpose');
  const proportionality = task('GIVE_AGAIN', 'WAITING_ON_OTHERS', 'signOff:proportionality');
  const decide = task('DECIDE', 'WAITING_ON_OTHERS');
  const answer = task('ANSWER_CONCERN', 'LATER', 'concern:a');

  it('leave out of an author’s own what only others may do', () => {
    const { own, others } = ownSteps([answer, purpose, proportionality, decide], signOffs, 'author');
    expect([own, others]).toEqual([[answer], [decide]]);
  });

  it('keep a sign-off of one’s own that comes after another', () => {
    expect(ownSteps([purpose, proportionality], signOffs, 'officer').own).toEqual([proportionality]);
  });
});
