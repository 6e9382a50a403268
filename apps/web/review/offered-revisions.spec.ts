import { describe, expect, it } from '@jest/globals';
import { offeredRevisions } from './offered-revisions.js';

const saved = (submitted: number[], until: number) =>
  Array.from({ length: until }, (_, at) => ({ revision: at + 1, isSubmitted: submitted.includes(at + 1) }));

const offered = (submitted: number[], until: number, ...chosen: number[]) =>
  offeredRevisions(saved(submitted, until), chosen).map(({ revision }) => revision);

describe('The revisions to compare by', () => {
  it('are those that were submitted, and those since the last one', () => {
    expect(offered([4, 8], 10)).toEqual([4, 8, 9, 10]);
  });

  it('hold what is chosen already, so that an address from elsewhere stays readable', () => {
    expect(offered([4], 4, 2)).toEqual([2, 4]);
  });

  it('are all of them while nothing was submitted', () => {
    expect(offered([], 3)).toEqual([1, 2, 3]);
  });
});
