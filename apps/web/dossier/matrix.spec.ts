import { describe, expect, it } from '@jest/globals';
import type { Leaves } from './leaves.js';
import { matrixOf, toggled, withoutPurpose } from './matrix.js';

const leaves: Leaves = {
  ...{ purposes: ['P-1', 'P-2'], dataItems: ['D-1', 'D-2'] },
  ...{ 'dataItems.D-1.name': 'Visits', 'dataItems.D-1.purposeIds': ['P-2'], 'dataItems.D-1.necessity': 'To count.' },
  ...{ 'dataItems.D-2.name': 'Age band', 'dataItems.D-2.purposeIds': [], 'dataItems.D-2.necessity': ' \u200B' },
};

describe('The matrix', () => {
  it('has a cell for each purpose, and knows the holes', () => {
    const matrix = matrixOf(leaves);
    expect(matrix.rows.map(({ cells }) => cells.map(({ isNeeded }) => isNeeded))).toEqual([
      [false, true],
      [false, false],
    ]);
    expect([matrix.withoutNecessity, matrix.withoutPurpose]).toEqual([1, 1]);
  });

  it('takes what shows nothing for nothing', () => expect(matrixOf(leaves).rows[1]?.isWithoutNecessity).toBe(true));

  it('turns a cell, in the order of the purposes', () => {
    expect(toggled(leaves, 'D-1', 'P-1')).toEqual({ 'dataItems.D-1.purposeIds': ['P-1', 'P-2'] });
    expect(toggled(leaves, 'D-1', 'P-2')).toEqual({ 'dataItems.D-1.purposeIds': [] });
  });

  it('lets no item need a purpose that is gone', () =>
    expect(withoutPurpose(leaves, 'P-2')).toEqual({ purposes: ['P-1'], 'dataItems.D-1.purposeIds': [] }));
});
