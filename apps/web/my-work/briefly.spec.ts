// The beginning of long words.
import { describe, expect, it } from '@jest/globals';
import { briefly } from './briefly.js';

describe('briefly', () => {
  it('leaves alone what is short, on one line', () => {
    expect(briefly('One\n\n two ')).toBe('One two');
  });

  it('cuts between words, and anywhere in a word without end', () => {
    expect(briefly('whānau '.repeat(60))).toMatch(/^(whānau )+…$/);
    expect(briefly('x'.repeat(500))).toBe(`${'x'.repeat(160)} …`);
    expect(briefly('whānau '.repeat(60)).length).toBeLessThanOrEqual(162);
  });
});
