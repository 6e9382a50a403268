import { describe, expect, it } from '@jest/globals';
import { blocksOf } from './blocks-of.js';

describe('Text in blocks', () => {
  it('has paragraphs, steps and points, in their order', () => {
    expect(blocksOf('First.\n\nThen:\n1. one\n2. two\n\nIn pairs:\n- a\n- b\nLast.')).toEqual([
      { kind: 'text', lines: ['First.'] },
      { kind: 'text', lines: ['Then:'] },
      { kind: 'steps', lines: ['one', 'two'] },
      { kind: 'text', lines: ['In pairs:'] },
      { kind: 'points', lines: ['a', 'b'] },
      { kind: 'text', lines: ['Last.'] },
    ]);
  });

  it('leaves numbers within a line alone', () =>
    expect(blocksOf('In 2018 1,047 people took part - in 27 places.')).toHaveLength(1));

  it('is nothing for nothing', () => expect(blocksOf('\n \n')).toEqual([]));
});
