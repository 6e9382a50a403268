import { describe, expect, it } from '@jest/globals';
import { voicesOf, type Raised } from './dissent.js';

const raised = (id: string, status: Raised['status']): Raised => ({
  ...{ id, status, severity: 'MODERATE', disposition: null },
});
const ids = (concerns: readonly Raised[]) => concerns.map(({ id }) => id);

describe('The dissent of a paper', () => {
  it('is what was not resolved, and what was overruled', () => {
    const given = [raised('a', 'DISPUTED'), raised('b', 'SETTLED'), raised('c', 'ANSWERED'), raised('d', 'OPEN')];
    const { dissent, others } = voicesOf(given, ['c']);
    expect([ids(dissent), ids(others)]).toEqual([['a', 'c', 'd'], ['b']]);
  });
});
