// What a folded row says of itself in one line.
import { describe, expect, it } from '@jest/globals';
import type { Leaves } from './leaves.js';
import { anchoredRow, rowLine } from './row-line.js';

const bands = [
  { label: 'low', from: 1, to: 4 },
  { label: 'high', from: 5, to: 25 },
];
const item = (fields: Leaves): Leaves =>
  Object.fromEntries(Object.entries(fields).map(([field, leaf]) => [`dataItems.D-1.${field}`, leaf]));

describe('The line of a folded row', () => {
  it('says of a data item how identifying it is, how many purposes need it, and nothing is empty', () => {
    const leaves = item({
      ...{ name: 'Visits', about: 'Whānau', identifiability: 'aggregate' },
      ...{ purposeIds: ['P-1', 'P-2'], necessity: 'Nothing coarser tells.' },
    });
    expect(rowLine('dataItems', 'D-1', leaves, bands)).toEqual({ facts: ['Aggregate', '2 purposes'], holes: [] });
  });

  it('names what is empty, white space among it, as the fields are called', () => {
    const leaves = item({ name: 'Visits', about: ' ', identifiability: '', purposeIds: [], necessity: '' });
    expect(rowLine('dataItems', 'D-1', leaves, bands)).toEqual({
      facts: [],
      holes: [
        'whom it is about',
        'how identifying it is',
        'purposes that need it',
        'why the purposes cannot do without it',
      ],
    });
  });

  it('does not call empty what may well be so', () => {
    const leaves: Leaves = {
      ...{
        'purposes.P-1.statement': 'Fit heaters',
        'purposes.P-1.benefit': 'Whānau',
        'purposes.P-1.authority': 'The Act',
      },
      'purposes.P-1.excludedUses': '',
    };
    expect(rowLine('purposes', 'P-1', leaves, bands)).toEqual({ facts: [], holes: [] });
  });

  it('says of a risk how it is rated before and after', () => {
    const leaves: Leaves = {
      ...{ 'risks.K-1.title': 'Guessing', 'risks.K-1.likelihood': 3, 'risks.K-1.consequence': 3 },
      ...{ 'risks.K-1.mitigation': 'Rounding', 'risks.K-1.residualLikelihood': 1, 'risks.K-1.residualConsequence': 2 },
    };
    expect(rowLine('risks', 'K-1', leaves, bands)).toEqual({ facts: ['high, then low'], holes: [] });
  });
});

describe('A link into a list', () => {
  it('is to the row, or to a field of it, and to no other whose id begins the same', () => {
    const ids = ['D-1', 'D-11'];
    expect(anchoredRow('dataItems', ids, 'dataItems-D-1')).toBe('D-1');
    expect(anchoredRow('dataItems', ids, 'dataItems-D-1-necessity')).toBe('D-1');
    expect(anchoredRow('dataItems', ids, 'dataItems-D-11')).toBe('D-11');
    expect(anchoredRow('dataItems', ids, 'risks-D-1')).toBeUndefined();
    expect(anchoredRow('dataItems', ids, '')).toBeUndefined();
  });
});
