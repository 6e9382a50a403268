import { describe, expect, it } from '@jest/globals';
import { isViewed, ticked } from './viewed.js';

const revisions = [
  { revision: 2, changedPaths: ['retention'] },
  { revision: 3, changedPaths: ['purposes.P-1', 'answers.PM-1'] },
];

describe('A place ticked as viewed', () => {
  it('stays so until it changes again', () => {
    expect(isViewed({ retention: 2 }, 'retention', revisions)).toBe(true);
    expect(isViewed({ 'purposes.P-1': 2 }, 'purposes.P-1', revisions)).toBe(false);
    expect(isViewed({}, 'retention', revisions)).toBe(false);
  });

  it('can be unticked', () => {
    expect(ticked(ticked({}, 'retention', 2), 'retention', undefined)).toEqual({});
  });
});
