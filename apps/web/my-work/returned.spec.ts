import { describe, expect, it } from '@jest/globals';
import { returnedIn, type Decided } from './returned.js';

const decision = { outcome: 'RETURNED' as const, reasons: 'Say for how long.', by: { displayName: 'Ruth Calder' } };
const proposal = (state: Decided['state'], decided: Decided['decision'] = decision): Decided => ({
  ...{ state, decision: decided },
});

describe('A proposal that came back', () => {
  it('says from whom and why', () =>
    expect(returnedIn(proposal('RETURNED'))).toEqual({ by: 'Ruth Calder', why: 'Say for how long.' }));

  it('says it no more once it is in review again, and never of a draft', () => {
    expect(returnedIn(proposal('IN_REVIEW'))).toBeUndefined();
    expect(returnedIn(proposal('DRAFTING', null))).toBeUndefined();
  });
});
