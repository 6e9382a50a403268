import { describe, expect, it } from '@jest/globals';
import { groupItems, type Item } from './group-items.js';

const item = (name: string, more: Partial<Item> = {}): Item => ({
  ...{ name, about: 'client', identifiability: 'identified', necessity: null, purposeIds: ['P-1'] },
  ...more,
});

describe('Data items', () => {
  it('share a row when nothing but the name differs', () => {
    const groups = groupItems([item('Name'), item('Visits', { necessity: 'To count them.' }), item('Iwi')]);
    expect(groups.map(({ names }) => names)).toEqual([['Name', 'Iwi'], ['Visits']]);
  });

  it('are none where there are none', () => expect(groupItems([])).toEqual([]));
});
