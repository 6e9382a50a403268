import { describe, expect, it } from '@jest/globals';
import { gravestFirst, ratingOf } from './risk-rating.js';

const bands = [
  { label: 'low', from: 1, to: 4 },
  { label: 'high', from: 5, to: 25 },
];
const risk = (likelihood: number, consequence: number, residual: [number, number] | null = null) => ({
  ...{ likelihood, consequence },
  ...{ residualLikelihood: residual?.[0] ?? null, residualConsequence: residual?.[1] ?? null },
});

describe('The rating of a risk', () => {
  it('is named before and after treatment', () => {
    expect(ratingOf(risk(3, 5, [1, 4]), bands)).toEqual({
      before: { product: 15, band: 'high' },
      after: { product: 4, band: 'low' },
    });
  });

  it('is not said after a treatment that nobody has rated', () => {
    expect(ratingOf(risk(1, 1), bands).after).toBeUndefined();
  });

  it('puts the gravest first and changes nothing', () => {
    const given = [risk(1, 2), risk(5, 5)];
    expect(gravestFirst(given).map(({ likelihood }) => likelihood)).toEqual([5, 1]);
    expect(given[0]?.likelihood).toBe(1);
  });
});
