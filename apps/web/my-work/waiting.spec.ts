import { describe, expect, it } from '@jest/globals';
import { byProposal } from './waiting.js';

const task = (id: string, of: string, dueOn: string | null) => ({ id, dueOn, proposal: { id: of } });

describe('What waits on others', () => {
  it('is one row a proposal, in the order in which they come, by the earliest of its last days', () => {
    const tasks = [
      task('a', 'p-2', '2026-12-07'),
      task('b', 'p-1', null),
      task('c', 'p-2', '2026-11-30'),
      task('d', 'p-2', null),
    ];
    expect(
      byProposal(tasks).map(({ proposal, tasks: own, dueOn }) => [proposal, own.map(({ id }) => id), dueOn]),
    ).toEqual([
      ['p-2', ['a', 'c', 'd'], '2026-11-30'],
      ['p-1', ['b'], null],
    ]);
  });
});
