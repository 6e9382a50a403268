import { describe, expect, it } from '@jest/globals';
import { allPages, type Page } from './all-pages.js';

const pages: Record<string, Page<number>> = {
  null: { edges: [{ node: 1 }, { node: 2 }], pageInfo: { hasNextPage: true, endCursor: 'b' } },
  b: { edges: [{ node: 3 }], pageInfo: { hasNextPage: true, endCursor: 'c' } },
  c: { edges: [{ node: 4 }], pageInfo: { hasNextPage: false, endCursor: 'd' } },
};
const read = (after: string | null) => Promise.resolve(pages[String(after)]!);

describe('A connection read to its end', () => {
  it('holds every page in order', async () =>
    expect(await allPages(read, 10)).toEqual({ items: [1, 2, 3, 4], hasMore: false }));

  it('says so where it stopped before', async () =>
    expect(await allPages(read, 2)).toEqual({ items: [1, 2, 3], hasMore: true }));

  it('rejects with what stands against a page', async () =>
    expect(allPages(() => Promise.reject(new Error('Not yours')), 2)).rejects.toThrow('Not yours'));
});
