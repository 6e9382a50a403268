import { describe, expect, it } from '@jest/globals';
import { inReadingOrder, placeSections } from './place-sections.js';

const at = (...places: string[]) => places.map(place => ({ place }));

describe('The sections of a review', () => {
  it('hold their places, in their order', () =>
    expect(placeSections(at('summary', 'answers.PM-1', 'answers.PM-2'))).toEqual([
      { section: 'summary', places: at('summary') },
      { section: 'answers', places: at('answers.PM-1', 'answers.PM-2') },
    ]));

  it('hold facts and answers as they are asked, what is known no more at the end', () => {
    const titles = new Map(['facts.one', 'facts.two', 'answers.PM-1', 'answers.PR-1'].map(place => [place, place]));
    const given = at('facts.two', 'facts.one', 'risks.K-1', 'answers.PR-1', 'answers.XX-9', 'answers.PM-1');
    const ordered = ['facts.one', 'facts.two', 'risks.K-1', 'answers.PM-1', 'answers.PR-1', 'answers.XX-9'];
    expect(inReadingOrder(given, { titles })).toEqual(at(...ordered));
  });

  it('are none where there is no place', () => expect(placeSections([])).toEqual([]));
});
