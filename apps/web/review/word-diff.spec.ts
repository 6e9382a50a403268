import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listDiff, wordDiff, type Piece } from './word-diff.js';

const without = (pieces: Piece[], kind: Piece['kind']) =>
  pieces
    .filter(piece => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('What changed within a text', () => {
  it('is told word by word, macrons being part of a word', () => {
    expect(wordDiff('Two years for whānau.', 'Seven years for whanau.')).toEqual([
      { kind: 'removed', text: 'Two' },
      { kind: 'added', text: 'Seven' },
      { kind: 'same', text: ' years for ' },
      { kind: 'removed', text: 'whānau' },
      { kind: 'added', text: 'whanau' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('loses nothing of either text', () => {
    const words = fc.array(fc.constantFrom('one', 'two', ' ', '\n', 'Māori', '.', '\u202e'), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const pieces = wordDiff(before, after);
        expect([without(pieces, 'added'), without(pieces, 'removed')]).toEqual([before, after]);
      }),
    );
  });

  it('is all of it where two texts have nothing in common', () => {
    const text = (word: string) => Array.from({ length: 3_000 }, (_, index) => `${word}${index}`).join(' ');
    expect(wordDiff(text('a'), text('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('What changed in a list', () => {
  it('is what came and what went', () => {
    expect(listDiff(['P-1', 'P-2'], ['P-2', 'P-3'])).toEqual([
      { kind: 'same', text: 'P-2' },
      { kind: 'added', text: 'P-3' },
      { kind: 'removed', text: 'P-1' },
    ]);
  });
});
