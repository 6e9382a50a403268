// The fault campaign in its short form, and two of its negative controls. The long one is run by hand: npm run faults.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { makeReady } from '../launcher/product.js';
import { faults, invariants, rowOf } from './program.js';

jest.setTimeout(300_000);
beforeAll(makeReady);

describe('Under kill -9, a bad network, duplicates and races', () => {
  it('what was acknowledged is there once, what was refused is not, and nothing unlawful is', async () => {
    const said = await faults('--short', '--seed', '1');
    for (const key of invariants) expect([key, rowOf(said, key).at(-1)]).toEqual([key, 'held']);
    for (const kind of ['kill -9 api', 'kill -9 PostgreSQL']) expect([kind, rowOf(said, kind)[0]]).toEqual([kind, '2']);
    // It was no empty campaign: proposals came to their end, duplicates were answered, races were run.
    const counts = ['I1', 'I3', 'I6', 'R'].map(key => rowOf(said, key)[1]);
    expect(counts).toEqual([
      expect.stringMatching(/commands [1-9]\d\d/),
      expect.stringMatching(/approvals [1-9]/),
      expect.stringMatching(/duplicates answered [1-9]\d/),
      expect.stringMatching(/races [1-9]/),
    ]);
  });
});

describe('The campaign notices', () => {
  it.each([
    ['unique-key-dropped', 'I6'],
    ['synchronous-commit-off', 'I1'],
  ])('a product with %s, by %s', async (name, key) => {
    const said = await faults('--control', name, '--short', '--commands', '200', '--seed', '1');
    expect(said).toContain(`- ${name}: noticed`);
    expect(rowOf(said, key).at(-1)).toMatch(/^[1-9]\d* violations$/);
  });
});
