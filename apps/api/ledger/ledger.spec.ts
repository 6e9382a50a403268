// What is said of the ledger, in words, for each way it can stand.
import { describe, expect, it } from '@jest/globals';
import { standingOf } from './ledger.resolver.js';

describe('The ledger', () => {
  it.each([
    [{ size: 7, sealedSize: 7, refusal: null, waitingSeconds: 0 }, 'CURRENT', 'All 7 entries are sealed.'],
    [{ size: 9, sealedSize: 7, refusal: null, waitingSeconds: 1.2 }, 'CURRENT', 'Of 9 entries 7 are sealed'],
    [{ size: 9, sealedSize: 7, refusal: null, waitingSeconds: 61.4 }, 'BEHIND', 'an entry has waited for 61 s'],
    [{ size: 9, sealedSize: 7, refusal: null, waitingSeconds: 61.4 }, 'BEHIND', 'not under a signed checkpoint yet.'],
    [{ size: 9, sealedSize: 7, refusal: 'tree-shorter', waitingSeconds: 0 }, 'STOPPED', 'refuses (tree-shorter)'],
    [{ size: 9, sealedSize: 7, refusal: 'tree-shorter', waitingSeconds: 99 }, 'STOPPED', 'after the first 7 entries'],
  ])('as %j is %s', (state, sealing, says) => {
    expect(standingOf(state)).toEqual({ sealing, statement: expect.stringContaining(says) });
  });
});
