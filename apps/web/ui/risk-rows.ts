// Risks on a table of likelihood × consequence, with the word of each cell.

export interface Rated {
  id: string;
  title: string;
  likelihood: number | null;
  consequence: number | null;
}

export interface Scale {
  likelihood: readonly { value: number; label: string }[];
  consequence: readonly { value: number; label: string }[];
  bands: readonly { from: number; to: number; label: string }[];
}

export interface RiskCell {
  consequence: number;
  band: string;
  /** 0 is the lowest band. */
  weight: number;
  risks: Rated[];
}

export interface RiskRow {
  likelihood: number;
  label: string;
  cells: RiskCell[];
}

/** The likeliest first; in each row the mildest consequence first. */
export function riskTable(scale: Scale, ratings: readonly Rated[]): RiskRow[] {
  const levels = [...scale.likelihood].sort((a, b) => b.value - a.value);
  return levels.map(({ value: likelihood, label }) => ({
    ...{ likelihood, label },
    cells: [...scale.consequence]
      .sort((a, b) => a.value - b.value)
      .map(({ value: consequence }) => ({
        consequence,
        ...bandOf(scale, likelihood * consequence),
        risks: ratings.filter(each => each.likelihood === likelihood && each.consequence === consequence),
      })),
  }));
}

export function bandOf({ bands }: Pick<Scale, 'bands'>, product: number): { band: string; weight: number } {
  const weight = bands.findIndex(({ from, to }) => from <= product && product <= to);
  return { weight, band: bands[weight]?.label ?? '' };
}

/** “likely, significant”: where on the table it stands. */
export function cellInWords(
  scale: Scale,
  { likelihood, consequence }: Pick<Rated, 'likelihood' | 'consequence'>,
): string {
  const word = (levels: Scale['likelihood'], value: number | null) => levels.find(each => each.value === value)?.label;
  return `${word(scale.likelihood, likelihood)}, ${word(scale.consequence, consequence)}`;
}
