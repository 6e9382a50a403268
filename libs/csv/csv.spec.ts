import { describe, expect, it } from '@jest/globals';
import { csvCell, csvLine } from './csv.js';

describe('A cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://example.org","x")'])(
    'that begins like a formula is text: %j',
    text => {
      const shown = csvCell(text);
      expect(shown.replace(/^"/, '')).toMatch(/^'/);
      expect(/^[=+\-@\t\r]/.test(shown.replace(/^"/, ''))).toBe(false);
    },
  );

  it('is quoted where it has to be, and only there', () => {
    expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', null, 42, -7, ''])).toBe('a,"b,c","d""e","f\ng",,42,-7,\r\n');
  });

  it('keeps what begins harmlessly as it is', () => {
    for (const text of ['Āpōpō', '1+1', ' =1', "'quoted'"]) expect(csvCell(text)).toBe(text);
  });
});
