// Names in comments: found where they stand, and put where they are written.
import { describe, expect, it } from '@jest/globals';
import { beginsName, nameBegun, piecesNaming, stillNamed, withName } from './named-in.js';

const names = ['Aroha Ngata', 'Aroha'];

describe('Names in a text', () => {
  it('are found, the longer before the shorter, and nothing is lost', () => {
    expect(piecesNaming('@Aroha Ngata and @Aroha: see p@ge.', names)).toEqual([
      { text: '@Aroha Ngata', isName: true },
      { text: ' and ', isName: false },
      { text: '@Aroha', isName: true },
      { text: ': see p@ge.', isName: false },
    ]);
    expect(piecesNaming('', names)).toEqual([]);
    expect(piecesNaming('Nobody.', [])).toEqual([{ text: 'Nobody.', isName: false }]);
  });

  it('count as long as they stand there', () => {
    const picked = [{ name: 'Aroha' }, { name: 'Aroha Ngata' }];
    expect(stillNamed('Kia ora @Aroha Ngata', picked)).toEqual([{ name: 'Aroha Ngata' }]);
    expect(stillNamed('Kia ora Aroha', picked)).toEqual([]);
  });
});

describe('A name that is being written', () => {
  it.each([
    ['See @', 5, 4],
    ['See @aro', 8, 4],
    ['See @wh\u0101n', 8, 4],
    ['See @aro and', 12, -1],
    ['kaimahi@example', 15, -1],
    ['See', 3, -1],
  ])('in %j before %i begins at %i', (text, caret, at) => expect(nameBegun(text, caret)).toBe(at));
});

describe('An @', () => {
  it.each([
    ['', '@', 1, true],
    ['See ', 'See @', 5, true],
    ['(', '(@', 2, true],
    ['kaimahi', 'kaimahi@', 8, false],
    ['See @', 'See @A', 6, false],
    ['See @', 'See ', 4, false],
    ['', 'pasted @', 8, false],
  ])('after %j, with %j at %i, begins a name: %p', (before, now, caret, begins) => {
    expect(beginsName(before, now, caret)).toBe(begins);
  });

  it.each([
    ['See @', 5, 'See @Aroha ', 11],
    ['See @ please', 5, 'See @Aroha please', 11],
    ['See', 3, 'See @Aroha ', 11],
    ['', 0, '@Aroha ', 7],
    ['See @aro', 8, 'See @Aroha ', 11],
    ['See @aro please', 8, 'See @Aroha please', 11],
    ['kaimahi@example', 15, 'kaimahi@example @Aroha ', 23],
  ])('in %j at %i becomes the name', (text, caret, after, to) => {
    expect(withName(text, caret, 'Aroha')).toEqual({ text: after, caret: to });
  });
});
