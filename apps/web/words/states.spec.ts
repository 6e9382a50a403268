import { describe, expect, it } from '@jest/globals';
import { standingOf } from './states.js';

describe('A sign-off that stands', () => {
  it.each([
    ['GIVEN', 'MET', 'settled'],
    ['GIVEN', 'MET_WITH_CONDITIONS', 'settled'],
    ['GIVEN', 'NOT_MET', 'plain'],
    ['STALE', 'NOT_MET', 'stale'],
    ['PENDING', null, 'waiting'],
  ] as const)('%s and found %s is %s', (status, finding, tone) => expect(standingOf(status, finding).tone).toBe(tone));
});
