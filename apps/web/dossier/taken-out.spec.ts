import { describe, expect, it } from '@jest/globals';
import { bringBack, takeOut } from './taken-out.js';
import type { Leaves } from './leaves.js';

const leaves: Leaves = {
  ...{ purposes: ['P-1', 'P-2'], 'purposes.P-1.statement': 'Pay.', 'purposes.P-2.statement': 'Plan.' },
  ...{ dataItems: ['D-1', 'D-2'], 'dataItems.D-1.name': 'Visits', 'dataItems.D-1.purposeIds': ['P-1', 'P-2'] },
  ...{ 'dataItems.D-2.name': 'Suburb', 'dataItems.D-2.purposeIds': ['P-2'] },
};

describe('A row that was taken out', () => {
  it.each([
    ['dataItems', 'D-1'],
    ['purposes', 'P-1'],
  ] as const)('of %s comes back as it was, at its place', (list, id) => {
    const taken = takeOut(list, leaves, id);
    const after = { ...leaves, ...taken.changes };
    expect(after[list]).not.toContain(id);
    expect({ ...after, ...bringBack(taken, after) }).toEqual(leaves);
  });

  it('comes back with its words after they were saved as gone', () => {
    const taken = takeOut('dataItems', leaves, 'D-1');
    expect(bringBack(taken, { dataItems: ['D-2'] })).toMatchObject({ 'dataItems.D-1.name': 'Visits' });
  });

  it('undoes nothing that was written since', () => {
    const taken = takeOut('purposes', leaves, 'P-1');
    const since = { ...leaves, ...taken.changes, purposes: ['P-2', 'P-3'], 'dataItems.D-1.purposeIds': ['P-3'] };
    const back = bringBack(taken, since);
    expect([back['purposes'], back['dataItems.D-1.purposeIds']]).toEqual([['P-1', 'P-2', 'P-3'], undefined]);
  });
});
