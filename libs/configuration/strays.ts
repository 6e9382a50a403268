// Variables that nobody reads although somebody meant them: our prefix with an unknown name, or a slip of the keyboard.
import { variables } from './variables.js';
import type { Environment } from './read-configuration.js';

const known = Object.keys(variables);

/** Shorter names are close to too many others to be taken for a slip. */
const shortest = 8;

export interface Stray {
  name: string;
  /** Ours that it resembles. */
  meant?: string;
}

/** The names that look like ours and are not, without their values. */
export function strays(environment: Environment): Stray[] {
  return Object.keys(environment)
    .filter(name => !known.includes(name))
    .flatMap(name => {
      const meant = known.find(ours => ours.length >= shortest && distance(name, ours) <= 2);
      if (meant) return [{ name, meant }];
      return name.startsWith('ASSENT_') ? [{ name }] : [];
    })
    .filter(({ name }) => /^\w{1,64}$/.test(name));
}

/** For people: what is wrong and what to do. */
export const strayWarning = ({ name, meant }: Stray): string =>
  `Nothing reads the variable ${name}${meant ? `; ${meant} may be meant` : ''}. docs/generated/configuration.md lists those there are.`;

/** Letters to insert, drop or replace to get from one to the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length]!;
}
