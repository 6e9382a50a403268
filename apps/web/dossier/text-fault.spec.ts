import { describe, expect, it } from '@jest/globals';
import { textFault, withoutHidden } from './text-fault.js';

describe('What cannot be seen in a text', () => {
  const pasted = 'Counts\u202E only\u0000,\nby suburb\t.';

  it('keeps it from being saved until it is taken out, and nothing else is', () => {
    expect(textFault(pasted, 'text')).toBe('hidden-signs');
    expect(withoutHidden(pasted, 'text')).toBe('Counts only,\nby suburb\t.');
    expect(textFault('Counts only,\nby suburb\t.', 'text')).toBeUndefined();
  });

  it('leaves a blank for a line’s end where there is but one line', () => {
    expect(withoutHidden(pasted, 'line')).toBe('Counts only, by suburb .');
    expect(textFault('Counts only, by suburb .', 'line')).toBeUndefined();
  });

  it('is taken out of every text of an answer', () => {
    const answer = { value: [{ who: 'A\u202Eda', often: 2 }], gap: null, evidence: ['No\u2066te'] };
    expect(withoutHidden(answer, 'text')).toEqual({ value: [{ who: 'Ada', often: 2 }], gap: null, evidence: ['Note'] });
  });
});
