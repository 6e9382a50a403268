// The chance of a campaign, drawn from its seed: each client and each fault has dice of its own, so that neither changes the other's.
import { rngOf } from '../harness/rng.js';

export interface Dice {
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

export function diceOf(seed: number): Dice {
  const rng = rngOf(seed);
  const between = (least: number, most: number): number => least + Math.floor(rng() * (most - least + 1));
  return {
    chance: probability => rng() < probability,
    between,
    pick: list => list[between(0, list.length - 1)]!,
    shuffled: list => {
      const left = [...list];
      return list.map(() => left.splice(between(0, left.length - 1), 1)[0]!);
    },
  };
}
