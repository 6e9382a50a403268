// What is kept stays what it was written last, whether or not there is room for it.
import { describe, expect, it } from '@jest/globals';
import { roomy } from './kept.js';

function openStorage() {
  const written = new Map<string, string>();
  const state = { isFull: false };
  const storage = {
    getItem: (place: string) => written.get(place) ?? null,
    setItem: (place: string, words: string) => {
      if (state.isFull) throw new DOMException('There is no room.', 'QuotaExceededError');
      written.set(place, words);
    },
    removeItem: (place: string) => void written.delete(place),
  };
  return { written, state, kept: roomy(() => storage) };
}

describe('What is kept', () => {
  it('is what was written last, where there is no room, too', () => {
    const { state, kept } = openStorage();
    kept.setItem('draft', 'one');
    state.isFull = true;
    kept.setItem('draft', 'two');
    expect([kept.getItem('draft'), kept.getItem('another')]).toEqual(['two', null]);
    state.isFull = false;
    kept.setItem('draft', 'three');
    expect(kept.getItem('draft')).toBe('three');
  });

  it('is gone once it is taken out, wherever it was', () => {
    const { state, kept, written } = openStorage();
    kept.setItem('draft', 'one');
    state.isFull = true;
    kept.setItem('draft', 'two');
    kept.removeItem('draft');
    expect([kept.getItem('draft'), written.size]).toEqual([null, 0]);
  });
});
