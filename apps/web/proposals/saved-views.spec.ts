import { describe, expect, it } from '@jest/globals';
import { addressOf, readViews, searchOf, withView, withoutView } from './saved-views.js';
import { proposalsSearch } from './proposals.search.js';

const view = (name: string) => ({ name, address: `?text=${name}` });

describe('Saved views', () => {
  it('are their address, without the page', () => {
    const search = proposalsSearch({ state: 'IN_REVIEW', text: 'whānau', after: 'cursor' });
    const address = addressOf(search);
    expect(searchOf({ name: 'Ours', address })).toEqual({ ...search, after: undefined });
  });

  it('have each name once, the newest last, twenty at most', () => {
    const views = withView([view('a'), view('b')], { name: 'a', address: '?mine=yes' });
    expect(views).toEqual([view('b'), { name: 'a', address: '?mine=yes' }]);
    const many = Array.from({ length: 25 }, (_, index) => view(`v${index}`)).reduce<ReturnType<typeof view>[]>(
      withView,
      [],
    );
    expect([many.length, many[0]?.name]).toEqual([20, 'v5']);
  });

  it('go by name', () => expect(withoutView([view('a'), view('b')], 'a')).toEqual([view('b')]));

  it.each([null, 'no JSON', '{}', '[1, null, {"name": "x"}]'])('are none in %j', kept =>
    expect(readViews(kept)).toEqual([]),
  );
});
