import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { piecesOf } from './hidden-signs.js';

const signs = (text: string) => piecesOf(text).flatMap(({ sign }) => sign ?? []);

describe('Hidden signs in people’s words', () => {
  it.each([
    ['\u202e', 'U+202E'],
    ['\u2066', 'U+2066'],
    ['\u200b', 'U+200B'],
    ['\ufeff', 'U+FEFF'],
    ['\0', 'U+0000'],
    ['\u{E0041}', 'U+E0041'],
  ])('are found by their code', (sign, code) => expect(signs(`a${sign}b`)).toEqual([code]));

  it.each(['Whānau kōrero', 'Wha\u0304nau', 'a line\nand\tanother\r\n', '👩\u200d👧', 'مرحبا', 'क्\u200dष'])(
    'are none in %j',
    text => expect(piecesOf(text)).toEqual([{ text }]),
  );

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        text =>
          piecesOf(text)
            .map(piece => piece.text)
            .join('') === text,
      ),
    );
  });
});
