// Was it theirs to erase that? From docs/rules.md, the chapter on erasure, and from no rule of the product.
import { readErased, type ErasedAt } from '#governance';
import type { Entry } from '../bundle/entry.js';
import type { Act } from './act.js';
import type { Standing } from './standing.js';

/** Where the entries of one stream had words when they were recorded, and whom they are about. */
export class Worded {
  readonly #entries = new Map<number, { places: readonly string[]; about: unknown }>();

  take({ sequence, payload }: Entry, places: readonly string[]): void {
    if (places.length > 0) this.#entries.set(sequence, { places, about: payload['personId'] });
  }

  /** What an erasure names has to have been words, of its own stream and from before it. */
  faultOfNaming({ stream, sequence, payload }: Entry): string | undefined {
    const named = readErased(payload);
    if (!named) return 'It says that words were erased, and names none.';
    const isThere = (each: ErasedAt): boolean => {
      const places = this.#entries.get(each.sequence)?.places;
      return each.stream === stream && each.sequence < sequence && each.paths.every(path => places?.includes(path));
    };
    return named.every(isThere) ? undefined : 'It erases what were no words of its own stream before it.';
  }

  isAbout(person: string, { payload }: Entry): boolean {
    return (readErased(payload) ?? []).some(({ sequence }) => this.#entries.get(sequence)?.about === person);
  }
}

/** Never the author's, whoever was it once, and nobody's with a conflict of interest. */
export function faultOfErasing({ authors, conflicted }: Standing, { person }: Act): string | undefined {
  if (authors.has(person)) return `${person} is an author of this proposal, and erased words of it.`;
  return conflicted.has(person) ? `${person} had declared a conflict of interest, and erased words.` : undefined;
}
