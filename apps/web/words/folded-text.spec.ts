import { describe, expect, it } from '@jest/globals';
import { foldedText } from './folded-text.js';

describe('Folded text', () => {
  it('has neither macrons nor capitals, however they are written', () => {
    expect([foldedText('Whānau'), foldedText('WHA\u0304NAU'), foldedText('whanau')]).toEqual(Array(3).fill('whanau'));
  });

  it('keeps everything else', () => expect(foldedText('Te Ika-a-Māui, 2026')).toBe('te ika-a-maui, 2026'));
});
