import { describe, expect, it } from '@jest/globals';
import { commandIds } from './command-ids.js';

/** The pages of one window: what is kept outlives each of them. */
function openWindow() {
  const kept = new Map<string, string>();
  let count = 0;
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const digestOf = (text: string) => Promise.resolve(`digest(${text.length} ${text.replaceAll(/\W/g, '')})`);
  const page = (personId = 'ines', command = 'RaiseConcern') =>
    commandIds({ ...{ personId, command, storage, digestOf }, newId: () => `id-${++count}` });
  return { kept, page };
}

describe('The id of a command', () => {
  it('stays the same as long as nobody answered, after the page was loaded again, too', async () => {
    const { page } = openWindow();
    const { sentAs } = await page().actFor({ a: 1 });
    expect(sentAs).toEqual({ commandId: 'id-1' });
    expect((await page().actFor({ a: 1 })).sentAs).toEqual(sentAs);
  });

  it('is another one for another act, another command and another person', async () => {
    const { page } = openWindow();
    const acts = [
      await page().actFor({ a: 1 }),
      await page().actFor({ a: 2 }),
      await page('ines', 'Comment').actFor({ a: 1 }),
      await page('tama').actFor({ a: 1 }),
    ];
    expect(new Set(acts.map(({ sentAs }) => sentAs.commandId)).size).toBe(4);
  });

  it('is another one after an answer, even for the same words', async () => {
    const { page, kept } = openWindow();
    const first = await page().actFor({ a: 1 });
    first.answered();
    expect(kept.size).toBe(0);
    expect((await page().actFor({ a: 1 })).sentAs.commandId).toBe('id-2');
  });

  it('goes with the version that it was sent on: whether it was done is asked, and not done once more on the next', async () => {
    const { page } = openWindow();
    await page().actFor({ a: 1, expectedVersion: 4 });
    expect((await page().actFor({ a: 1, expectedVersion: 5 })).sentAs).toEqual({
      commandId: 'id-1',
      expectedVersion: 4,
    });
  });

  it('is kept without a word of what was written', async () => {
    const { page, kept } = openWindow();
    await page().actFor({ a: 1, expectedVersion: 4 });
    expect([...kept.values()]).toEqual(['{"commandId":"id-1","expectedVersion":4}']);
  });
});
