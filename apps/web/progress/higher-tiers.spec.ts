import { describe, expect, it } from '@jest/globals';
import { higherTiers } from './higher-tiers.js';

describe('The reviews above this one', () => {
  it('are those of more thoroughness', () => {
    expect(higherTiers('T1')).toEqual(['T2', 'T3']);
    expect(higherTiers('T2')).toEqual(['T3']);
  });

  it('are none for the most thorough one and for what is no review', () => {
    expect(higherTiers('T3')).toEqual([]);
    expect(higherTiers('U')).toEqual([]);
  });
});
