import { describe, expect, it } from '@jest/globals';
import { saidAt, sortedByPlace } from './said-at.js';

const about = (...places: string[]) => ({
  aboutPlaces: places.map(place => ({ place: place.replace('!', ''), isPlaceGone: place.startsWith('!') })),
});
const [onAnswer, onField, gone, general, both] = [
  about('PM-1'),
  about('risks.K-1.mitigation'),
  about('!risks.K-9'),
  about(),
  about('retention', '!risks.K-9'),
];
const all = [onAnswer, onField, gone, general, both];

describe('What was said', () => {
  it('stands at its place, however that was named', () => {
    expect(saidAt(all, 'answers.PM-1')).toEqual([onAnswer]);
    expect(saidAt(all, 'risks.K-1')).toEqual([onField]);
  });

  it('is kept when its place is gone, and every one stands somewhere', () => {
    const sorted = sortedByPlace(all);
    expect(sorted).toMatchObject({ general: [general], onEarlierVersion: [gone] });
    expect(sorted.atPlaces.map(({ place }) => place)).toEqual(['answers.PM-1', 'risks.K-1', 'retention']);
  });
});
