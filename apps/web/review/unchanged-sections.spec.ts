// What of a whole dossier a reviewer has judged before, and is as it was.
import { describe, expect, it } from '@jest/globals';
import { isUnchanged } from './unchanged-sections.js';

const revisions = [
  { revision: 1, changedPaths: ['purposes.P-1', 'dataItems.D-1', 'risks.K-1'] },
  { revision: 2, changedPaths: ['dataItems.D-2'] },
  { revision: 3, changedPaths: ['PM-1'] },
];
const places = (...named: string[]) => named.map(place => ({ place }));

describe('A section of the whole dossier', () => {
  it('is unchanged where no later revision touched any place in it', () => {
    expect(isUnchanged(places('purposes.P-1', 'purposes.P-2'), revisions, 1)).toBe(true);
    expect(isUnchanged(places('dataItems.D-1', 'dataItems.D-2'), revisions, 1)).toBe(false);
    expect(isUnchanged(places('dataItems.D-1', 'dataItems.D-2'), revisions, 2)).toBe(true);
    expect(isUnchanged(places('answers.PM-1', 'answers.PM-2'), revisions, 2)).toBe(false);
  });

  it('is new as a whole to whoever has not reviewed it', () =>
    expect(isUnchanged(places('purposes.P-1', 'purposes.P-2'), revisions, null)).toBe(false));
});
