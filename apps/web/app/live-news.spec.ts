import { describe, expect, it } from '@jest/globals';
import { knownAt, newsOf, type Entry } from './live-news.js';

const entry = (id: string, who: string, type = 'CommentMade', commandId = id): Entry => ({
  ...{ id, commandId, type, revision: 2, payload: { audience: 'PARTNERS' } },
  actor: { id: who, displayName: who === 'mere' ? 'Mere Reed' : 'Hana Moreland' },
});
const news = (entries: Entry[], version = 4, entryId: string | undefined = 'e-1') =>
  newsOf({ entries, before: { entryId, version: 3 }, version, me: 'hana' });

describe('What is said of a change', () => {
  it('names who did what', () =>
    expect(news([entry('e-2', 'mere'), entry('e-1', 'hana')])).toMatch(/^Mere Reed .+\.$/));

  it('says nothing of what one did oneself', () => {
    expect(news([entry('e-2', 'hana'), entry('e-1', 'mere')])).toBeUndefined();
  });

  it('says nothing twice', () => expect(news([entry('e-1', 'mere')], 3)).toBeUndefined());

  it('says that something happened which one may not read', () => {
    expect(news([entry('e-1', 'mere')])).toBe('Changed by somebody else just now.');
  });

  it('tells a command by the entry that began it, and that there is more', () => {
    const stale = entry('e-3', 'mere', 'SignOffMadeStale', 'c-1');
    const revised = entry('e-2', 'mere', 'ProposalRevised', 'c-1');
    expect(news([stale, revised, entry('e-1', 'hana')])).toMatch(/^Mere Reed saved revision 2/);
    expect(news([stale, revised, entry('e-1b', 'mere'), entry('e-1', 'hana')])).toContain('There is more that is new.');
  });

  it('is counted from what was known at the version that somebody acted on', () => {
    const marks = [3, 5, 5].map((version, index) => ({ entryId: `e-${index}`, version }));
    expect([knownAt(marks, 4), knownAt(marks, 5)].map(mark => mark?.entryId)).toEqual(['e-0', 'e-2']);
    expect(knownAt(marks, 2)).toBeUndefined();
  });
});
