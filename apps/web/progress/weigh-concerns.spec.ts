import { describe, expect, it } from '@jest/globals';
import { byWeight, holdsDecision, type Weighed } from './weigh-concerns.js';

const concern = (
  status: Weighed['status'],
  severity: Weighed['severity'] = 'MINOR',
  disposition: Weighed['disposition'] = null,
): Weighed => ({ status, severity, disposition });

describe('Concerns', () => {
  it('hold the decision when open, disputed, or substantial and not accepted', () => {
    const holding = [
      concern('OPEN'),
      concern('DISPUTED', 'MINOR', 'ACCEPTED'),
      concern('ANSWERED', 'SUBSTANTIAL', 'NOT_ACCEPTED'),
    ];
    expect(holding.map(holdsDecision)).toEqual([true, true, true]);
    const not = [concern('ANSWERED', 'MODERATE', 'NOT_ACCEPTED'), concern('SETTLED', 'SUBSTANTIAL', 'NOT_ACCEPTED')];
    expect(not.map(holdsDecision)).toEqual([false, false]);
  });

  it('come in the order of what they hold and weigh', () => {
    const given = [concern('SETTLED'), concern('OPEN'), concern('ANSWERED'), concern('OPEN', 'SUBSTANTIAL')];
    expect(byWeight(given)).toEqual([given[3], given[1], given[2], given[0]]);
  });
});
