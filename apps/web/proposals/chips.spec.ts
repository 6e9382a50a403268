import { describe, expect, it } from '@jest/globals';
import { chipsOf } from './chips.js';
import { proposalsSearch, type ProposalsSearch } from './proposals.search.js';

const chips = (search: ProposalsSearch) => chipsOf(search, id => `Organisation ${id}`);

describe('The chips of the filters', () => {
  it('say each in words, one for each of several', () => {
    const search = proposalsSearch({
      text: 'kai',
      state: ['IN_REVIEW', 'DRAFTING'],
      organisation: '7',
      since: '2026-11-24',
    });
    expect(chips(search).map(({ label }) => label)).toEqual([
      ...['With “kai”', 'Draft', 'In review', 'Led by Organisation 7', 'Changed since Tue 24 Nov 2026'],
    ]);
  });

  it('take away what they say and nothing else, and lead to the first page', () => {
    const search = proposalsSearch({ state: ['IN_REVIEW', 'DRAFTING'], mine: 'yes', after: 'cursor' });
    const [draft, , mine] = chips(search);
    expect(draft?.without).toMatchObject({ state: ['IN_REVIEW'], mine: 'yes', after: undefined });
    expect(mine?.without).toMatchObject({ mine: undefined, after: undefined });
  });

  it('leave no empty list behind', () =>
    expect(chips(proposalsSearch({ tier: 'T1' }))[0]?.without.tier).toBeUndefined());

  it('are none without a filter; the order is none', () => expect(chips({ sort: 'due' })).toEqual([]));
});
