import { describe, expect, it } from '@jest/globals';
import { settlementsOf } from './settlements.js';

const values = (...given: Parameters<typeof settlementsOf>) => settlementsOf(...given).map(({ value }) => value);

describe('What a raiser can say', () => {
  it('is everything to an answer', () => expect(values('ANSWERED')).toEqual(['SETTLED', 'DISPUTED', 'WITHDRAWN']));
  it('is to take it back before, and after a dispute', () => {
    expect([values('OPEN'), values('DISPUTED')]).toEqual([['WITHDRAWN'], ['WITHDRAWN']]);
  });
  it('is nothing once it is closed', () => expect([...values('SETTLED'), ...values('WITHDRAWN')]).toEqual([]));
});
