import { describe, expect, it } from '@jest/globals';
import { excerpt } from './excerpt.js';

describe('The beginning of a text', () => {
  it('is the text where that is short', () => expect(excerpt(' Whānau\nfirst ')).toBe('Whānau first'));
  it('ends between words', () => expect(excerpt('people will hang up', 14)).toBe('people will …'));
  it('ends within a word that has no end', () => expect(excerpt('a'.repeat(40), 10)).toHaveLength(12));
});
