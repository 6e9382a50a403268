// Which chapters are open stands in the address.
import { describe, expect, it } from '@jest/globals';
import { chapters, learningSearch, openChapters, turned } from './learning.search.js';

const open = (raw: Record<string, unknown>, hash = '') => [...openChapters(learningSearch(raw), hash)];

describe('The chapters', () => {
  it('begin with the first one open', () => expect(open({})).toEqual(['principles']));

  it('are open as the address says, and what it makes up is left out', () => {
    expect(open({ open: ['quiz', 'glossary', 'nonsense'] })).toEqual(['quiz', 'glossary']);
    expect(open({ open: 'nonsense' })).toEqual(['principles']);
    expect(open({ open: 'none' })).toEqual([]);
  });

  it('are open, too, where a link leads into one', () => {
    expect(open({}, 'glossary')).toEqual(['principles', 'glossary']);
    expect(open({ open: 'none' }, 'glossary')).toEqual(['glossary']);
  });

  it('are turned one by one or all at once', () => {
    expect(turned(['principles'], true, 'quiz')).toEqual({ open: ['principles', 'quiz'] });
    expect(turned(['principles', 'quiz'], false, 'quiz')).toEqual({});
    expect(turned(['principles'], false, 'principles')).toEqual({ open: ['none'] });
    expect(turned([], true, ...chapters)).toEqual({ open: [...chapters] });
  });
});
