import { describe, expect, it } from '@jest/globals';
import { groupTasks } from './group-tasks.js';

const counts = { overdue: 1, thisWeek: 0, later: 70, waitingOnOthers: 2 };

describe('Tasks under their headings', () => {
  it('come late ones first, waiting ones last, and in the order given within', () => {
    const tasks = [
      { id: 'w', group: 'WAITING_ON_OTHERS' as const },
      { id: 'b', group: 'LATER' as const },
      { id: 'o', group: 'OVERDUE' as const },
      { id: 'a', group: 'LATER' as const },
    ];
    const read = groupTasks(tasks, counts).map(({ group, tasks: own }) => [group, ...own.map(({ id }) => id)]);
    expect(read).toEqual([
      ['OVERDUE', 'o'],
      ['LATER', 'b', 'a'],
      ['WAITING_ON_OTHERS', 'w'],
    ]);
  });

  it('tell how many there are on all pages, not on this one', () => {
    expect(groupTasks([{ group: 'LATER' as const }], counts)).toMatchObject([{ group: 'LATER', count: 70 }]);
  });

  it('have no heading without a task', () => expect(groupTasks([], counts)).toEqual([]));
});
