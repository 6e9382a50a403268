import { describe, expect, it } from '@jest/globals';
import { csvAddress, filterOf, ofItsDay, sortOf } from './proposal-filter.js';
import { proposalsSearch } from './proposals.search.js';

const everything = proposalsSearch({
  ...{ text: 'whanau', state: ['IN_REVIEW', 'RETURNED'], tier: 'T3', organisation: 'o-1', mine: 'yes' },
  ...{ awaiting: 'yes', signOff: 'purpose', concern: 'yes', since: '2026-11-24', sort: 'due', after: 'c' },
});

describe('The address of the list', () => {
  it('asks for all that it says', () => {
    expect(filterOf(everything)).toEqual({
      ...{ text: 'whanau', states: ['RETURNED', 'IN_REVIEW'].sort(), tiers: ['T3'], organisationId: 'o-1' },
      ...{ mine: true, awaitingMe: true, signOffWaiting: 'purpose', hasOpenConcern: true },
      updatedSince: '2026-11-24T00:00:00+13:00',
    });
    expect(sortOf(everything)).toBe('DUE');
  });

  it('asks for nothing that it does not say, nor for what makes no sense', () => {
    expect(filterOf(proposalsSearch({}))).toEqual({});
    const odd = { state: 'NONE', tier: 'T9', mine: 'no', signOff: 'magic', since: 'soon', sort: 'up', text: '  ' };
    expect(filterOf(proposalsSearch(odd))).toEqual({});
  });

  it('asks of the past for what the past can tell', () =>
    expect(Object.keys(ofItsDay(everything))).toEqual(['states', 'tiers', 'organisationId']));

  it('asks the file for the same, without the page', () => {
    expect(csvAddress(proposalsSearch({}))).toBe('/csv/proposals');
    const { searchParams } = new URL(csvAddress(everything), 'https://assent.example');
    expect(searchParams.getAll('states')).toHaveLength(2);
    expect([searchParams.get('sort'), searchParams.get('after')]).toEqual(['DUE', null]);
    expect(searchParams.get('updatedSince')).toBe('2026-11-24T00:00:00+13:00');
  });
});
