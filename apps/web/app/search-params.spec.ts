import { describe, expect, it } from '@jest/globals';
import { isYes, oneIn, parseSearch, severalIn, stringifySearch, textIn } from './search-params.js';

describe('Filters in the address', () => {
  it.each([
    ['', {}],
    ['?text=wh%C4%81nau', { text: 'whānau' }],
    ['?state=DRAFTING&state=IN_REVIEW', { state: ['DRAFTING', 'IN_REVIEW'] }],
  ])('are the same, read and written: %s', (search, parsed) => {
    expect(parseSearch(search)).toEqual(parsed);
    expect(stringifySearch(parsed)).toBe(search);
  });

  it('leave out what is not set', () => expect(stringifySearch({ text: undefined, state: [], after: '' })).toBe(''));

  it('are read for what they can be, and nothing else', () => {
    expect([textIn('a'), textIn(' '), textIn(['a']), textIn(undefined)]).toEqual([
      'a',
      undefined,
      undefined,
      undefined,
    ]);
    expect([isYes('yes'), isYes('true')]).toEqual(['yes', undefined]);
    expect([oneIn('b', ['a', 'b']), oneIn('c', ['a', 'b'])]).toEqual(['b', undefined]);
    expect([severalIn('a', ['a', 'b']), severalIn(['b', 'a', 'x'], ['a', 'b'])]).toEqual([['a'], ['a', 'b']]);
    expect(severalIn('x', ['a'])).toBeUndefined();
  });
});
