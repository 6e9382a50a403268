// Every filter in force is seen, in words, and can be taken away.
import { describe, expect, it } from '@jest/globals';
import { chipsOf } from './filter-chips.js';
import { historySearch } from './history.search.js';

const choices = { people: [{ value: 'p-1', label: 'Joan Birch' }], organisations: [] };

describe('The chips of the history', () => {
  it('say what is filtered by', () => {
    const search = historySearch({
      actor: 'p-1',
      role: 'auditor',
      organisation: 'o-9',
      from: '2026-11-24',
      type: 'SignOffGiven',
    });
    expect(chipsOf(search, choices).map(({ label }) => label)).toEqual([
      'Who: Joan Birch',
      'Role: Auditor',
      'Organisation: o-9',
      'Sign-off given',
      'From Tue 24 Nov 2026',
    ]);
  });

  it('take away one type of several', () => {
    const chips = chipsOf(historySearch({ type: ['SignOffGiven', 'ConcernRaised'] }), choices);
    expect(chips[0]?.without).toEqual({ type: ['ConcernRaised'] });
  });

  it.each(['__proto__', 'constructor', 'toString'])('are words whatever an address names: %s', type =>
    expect(chipsOf(historySearch({ type }), choices)).toMatchObject([{ label: type }]),
  );

  it('take all away, one by one', () => {
    const raw = { proposal: 'DSP-0001', stream: 'audit', to: '2026-11-24', order: 'oldest', type: ['X', 'Y'] };
    let search = historySearch(raw);
    for (let [chip] = chipsOf(search, choices); chip; [chip] = chipsOf(search, choices))
      search = historySearch({ ...search, ...chip.without });
    expect(search).toEqual({});
  });
});
