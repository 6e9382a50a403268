import { describe, expect, it } from '@jest/globals';
import type { Leaves } from './leaves.js';
import { riskTable, type Scale } from '../ui/risk-rows.js';
import { bandOfRating, ratingsOf, unrated } from './risk-table.js';

const levels = ['a', 'b', 'c', 'd', 'e'].map((label, index) => ({ label, value: index + 1 }));
const bands = [
  { label: 'low', from: 1, to: 4 },
  { label: 'high', from: 5, to: 25 },
];
const scale: Scale = { likelihood: levels, consequence: levels, bands };
const leaves: Leaves = {
  ...{ risks: ['K-1', 'K-2'], 'risks.K-1.likelihood': 2, 'risks.K-1.consequence': 3 },
  ...{ 'risks.K-2.likelihood': 2, 'risks.K-2.consequence': null, 'risks.K-1.residualLikelihood': 1 },
};

describe('The risk table', () => {
  const table = riskTable(scale, ratingsOf(leaves, 'before'));

  it('is 5 × 5, the likeliest on top', () => {
    expect(table.map(({ likelihood, cells }) => [likelihood, cells.length])).toEqual(
      [5, 4, 3, 2, 1].map(each => [each, 5]),
    );
  });

  it('has every rated risk in its cell, with the word of the cell', () => {
    const full = table.flatMap(({ likelihood, cells }) =>
      cells.flatMap(({ consequence, band, risks }) => risks.map(({ id }) => [id, likelihood, consequence, band])),
    );
    expect(full).toEqual([['K-1', 2, 3, 'high']]);
  });

  it('names those that are not rated, before and after', () => {
    expect(unrated(ratingsOf(leaves, 'before')).map(({ id }) => id)).toEqual(['K-2']);
    expect(unrated(ratingsOf(leaves, 'after')).map(({ id }) => id)).toEqual(['K-1', 'K-2']);
    expect(ratingsOf(leaves, 'before').map(rated => bandOfRating(scale, rated))).toEqual(['high', undefined]);
  });
});
