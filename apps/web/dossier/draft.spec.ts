import { describe, expect, it } from '@jest/globals';
import { choose, draftOf, rebase, saved, sending, write } from './draft.js';
import type { Leaves } from './leaves.js';

const base: Leaves = { title: 'Visits', summary: 'Counts.', retention: 'Two years.' };
const begun = () => write(draftOf(base, 3), { summary: 'Mine.' });

describe('A draft', () => {
  it('goes on when the save of an earlier state is answered', () => {
    const onTheWay = sending(begun(), { commandId: 'c-1', sent: { ...base, summary: 'Mine.' } });
    const answered = saved(write(onTheWay, { summary: 'Mine, longer.' }), { ...base, summary: 'Mine.' }, 4);
    expect(answered).toMatchObject({ version: 4, conflicts: [], mine: { summary: 'Mine, longer.' } });
    expect([answered.base['summary'], answered.pending]).toEqual(['Mine.', undefined]);
  });

  it('takes up what others did between', () => {
    const onTheWay = sending(begun(), { commandId: 'c-1', sent: { ...base, summary: 'Mine.' } });
    const answered = saved(onTheWay, { ...base, summary: 'Mine.', retention: 'One year.' }, 5);
    expect(answered.mine).toMatchObject({ title: 'Visits', summary: 'Mine.', retention: 'One year.' });
  });

  describe('changed twice', () => {
    const twice = () => rebase(begun(), { ...base, summary: 'Theirs.' }, 4);

    it('waits for a choice, and keeps both until then', () => {
      expect(twice()).toMatchObject({
        conflicts: ['summary'],
        mine: { summary: 'Mine.' },
        base: { summary: 'Theirs.' },
      });
    });

    it.each([
      ['mine', 'Mine.'],
      ['theirs', 'Theirs.'],
      ['both', 'Theirs.\n\nMine.'],
    ] as const)('is settled by keeping %s', (choice, words) => {
      const settled = choose(twice(), 'summary', choice);
      expect([settled.mine['summary'], settled.conflicts]).toEqual([words, []]);
    });

    it('still waits when they write once more, and not when they come to the same words', () => {
      expect(rebase(twice(), { ...base, summary: 'Theirs again.' }, 5).conflicts).toEqual(['summary']);
      expect(rebase(twice(), { ...base, summary: 'Mine.' }, 5).conflicts).toEqual([]);
    });
  });
});
