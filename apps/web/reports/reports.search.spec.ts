// The period of a report, whatever the address says.
import { describe, expect, it } from '@jest/globals';
import { csvOf, periodOf, reportsSearch, variablesOf } from './reports.search.js';

const now = new Date('2026-11-23T20:00:00Z');

describe('The period of a report', () => {
  it.each([
    [{}, { from: '2025-11-25', to: '2026-11-24' }],
    [{ to: '2024-02-29' }, { from: '2023-03-01', to: '2024-02-29' }],
    [{ from: '2026-07-01' }, { from: '2026-07-01', to: '2026-11-24' }],
    [
      { from: 'July', to: '2026-13-01' },
      { from: '2025-11-25', to: '2026-11-24' },
    ],
  ])('of %j', (raw, period) => expect(periodOf(reportsSearch(raw), now)).toEqual(period));

  it('takes its last day whole', () => {
    const variables = variablesOf({ from: '2026-11-24', to: '2026-11-24' }, 'o-1');
    expect(variables).toEqual({
      from: '2026-11-23T11:00:00.000Z',
      to: '2026-11-24T11:00:00.000Z',
      organisationId: 'o-1',
    });
    expect(csvOf('concerns', variables)).toContain('/csv/reports?part=concerns&from=2026-11-23T11%3A00');
  });
});
