import { describe, expect, it } from '@jest/globals';
import { commandIds } from './command-ids.js';

const counted = () => {
  let count = 0;
  return commandIds(() => `id-${++count}`);
};

describe('The id of a command', () => {
  it('stays the same as long as nobody answered', () => {
    const ids = counted();
    expect([ids.idFor({ a: 1 }), ids.idFor({ a: 1 })]).toEqual(['id-1', 'id-1']);
  });

  it('is another one for another act', () => {
    const ids = counted();
    expect([ids.idFor({ a: 1 }), ids.idFor({ a: 2 })]).toEqual(['id-1', 'id-2']);
  });

  it('is another one after an answer, even for the same words', () => {
    const ids = counted();
    ids.idFor({ a: 1 });
    ids.answered();
    expect(ids.idFor({ a: 1 })).toBe('id-2');
  });
});
