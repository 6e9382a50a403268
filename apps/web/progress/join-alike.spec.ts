import { describe, expect, it } from '@jest/globals';
import { joinAlike } from './join-alike.js';

const task = (kind: string, subject: string | null, dueOn: string | null = null) => ({
  ...{ kind, subject, dueOn, group: 'LATER', why: 'It is open.' },
});

describe('Steps', () => {
  it('join tasks that differ by what they are about alone, and keep the first', () => {
    const [one, two] = [task('ANSWER_CONCERN', 'concern:a'), task('ANSWER_CONCERN', 'concern:b')];
    expect(joinAlike([one, two])).toEqual([{ task: one, many: 2 }]);
  });

  it('stay apart by their last day, and for sign-offs', () => {
    const apart = [
      task('ANSWER_CONCERN', 'concern:a', '2026-11-24'),
      task('ANSWER_CONCERN', 'concern:b', '2026-11-25'),
      task('GIVE_SIGN_OFF', 'signOff:purpose'),
      task('GIVE_SIGN_OFF', 'signOff:privacy_risk'),
    ];
    expect(joinAlike(apart).map(({ many }) => many)).toEqual([1, 1, 1, 1]);
  });
});
