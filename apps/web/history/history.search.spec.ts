// The address of the history: what makes no sense is left out, and the file asks for what the list shows.
import { describe, expect, it } from '@jest/globals';
import { csvOf, filterOf, historySearch } from './history.search.js';

describe('The address of the history', () => {
  it('is read with care', () => {
    const raw = {
      role: 'king',
      type: ['SignOffGiven', ''],
      from: '2026-02-30',
      to: '2026-11-24',
      stream: 'x',
      order: 'up',
    };
    expect(historySearch(raw)).toEqual({ type: ['SignOffGiven'], to: '2026-11-24' });
  });

  it('means whole days of New Zealand', () => {
    const search = historySearch({ from: '2026-11-24', to: '2026-11-24' });
    expect(filterOf(search, 'p-1')).toMatchObject({
      proposalId: 'p-1',
      from: '2026-11-23T11:00:00.000Z',
      to: '2026-11-24T10:59:59.999Z',
    });
  });

  it('leads to the same list as a file', () => {
    const search = historySearch({
      role: 'auditor',
      type: ['SignOffGiven', 'SignOffWithdrawn'],
      order: 'oldest',
      after: 'x',
    });
    expect(csvOf(search, undefined)).toBe(
      '/csv/history?role=auditor&types=SignOffGiven&types=SignOffWithdrawn&order=OLDEST_FIRST',
    );
  });
});
