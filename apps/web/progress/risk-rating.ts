// How grave risks are before and after treatment: likelihood times consequence, named by the bands of the catalogue.

export interface Rated {
  likelihood: number;
  consequence: number;
  residualLikelihood: number | null;
  residualConsequence: number | null;
}

export interface Band {
  label: string;
  from: number;
  to: number;
}

export interface Rating {
  product: number;
  band: string;
}

export interface RatingChange {
  before: Rating;
  /** Undefined as long as nobody has said what the treatment leaves. */
  after: Rating | undefined;
}

export function ratingOf(risk: Rated, bands: readonly Band[]): RatingChange {
  const { likelihood, consequence, residualLikelihood, residualConsequence } = risk;
  const isTreated = residualLikelihood !== null && residualConsequence !== null;
  return {
    before: named(likelihood * consequence, bands),
    after: isTreated ? named(residualLikelihood * residualConsequence, bands) : undefined,
  };
}

const named = (product: number, bands: readonly Band[]): Rating => ({
  product,
  band: bands.find(({ from, to }) => from <= product && product <= to)?.label ?? '',
});

/** The gravest first; what is not treated counts as before. */
export const gravestFirst = <R extends Rated>(risks: readonly R[]): R[] =>
  [...risks].sort((one, other) => other.likelihood * other.consequence - one.likelihood * one.consequence);
