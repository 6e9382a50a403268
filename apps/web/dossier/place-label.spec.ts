import { describe, expect, it } from '@jest/globals';
import { labelOf, rowName } from './place-label.js';

const made = '01a2060e-ce52-73ec-a460-0b861bee5004';

describe('A row', () => {
  it.each([
    ['ALT-1', 'Count by district instead.', 'Way ALT-1'],
    [made, ' Count by district instead. ', 'Way: Count by district instead.'],
    [made, '', 'Way'],
  ])('%s with “%s” is called %s', (id, words, name) => expect(rowName('alternatives', id, words)).toBe(name));

  it('is never called by an id that says nothing', () =>
    expect(labelOf(`alternatives.${made}.whyNot`, [])).toMatch(/^Way, /));
});
