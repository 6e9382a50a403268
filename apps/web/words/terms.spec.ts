import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runsOf } from './terms.js';

const maori = (text: string) => runsOf(text).flatMap(run => (run.isMaori ? [run.text] : []));

describe('Terms of te reo Māori in English text', () => {
  it('are found whole, the longest first, in capitals or not', () => {
    expect(maori('Whānau and Te Tiriti o Waitangi in te reo Māori')).toEqual([
      'Whānau',
      'Te Tiriti o Waitangi',
      'te reo Māori',
    ]);
  });

  it('are not found within other words', () => expect(maori('Kiwi, manager, iwis')).toEqual([]));

  it('loses no letter of any text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        text =>
          runsOf(text)
            .map(run => run.text)
            .join('') === text,
      ),
    );
  });
});
