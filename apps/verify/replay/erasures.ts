// Words that are gone, and the entries that say so: each has to be gone by one, and what one names has to be gone.
import { readErased } from '#governance';
import { bundleFiles } from '#ledger';
import type { Entry } from '../bundle/entry.js';
import { finding, type Finding } from '../finding.js';

/** Where Assent says that it erased again, after a restore, what an entry which was lost had erased. */
export const erasuresStream = 'erasures';

type Place = Pick<Entry, 'stream' | 'sequence'> & { path: string };

interface Missing extends Place {
  index: number;
}

export interface Erased extends Missing {
  /** Index of the entry that erased them. */
  by: number;
  /** After a restore, on Assent's word that it had been erased before. */
  isAgain: boolean;
}

type Eraser = Pick<Erased, 'by' | 'isAgain'> & Place;

const nameOf = ({ stream, sequence, path }: Place): string => JSON.stringify([stream, sequence, path]);

export class Erasures {
  readonly #missing = new Map<string, Missing>();
  readonly #by = new Map<string, Eraser>();

  miss({ index, stream, sequence }: Entry, path: string): void {
    const missing = { index, stream, sequence, path };
    this.#missing.set(nameOf(missing), missing);
  }

  /** Of type WordsErased: for its own stream, or, in the stream of those, for all. Whether it is lawful is asked elsewhere. */
  take({ index: by, stream: own, sequence, payload }: Entry): void {
    const isAgain = own === erasuresStream;
    for (const { paths, ...at } of readErased(payload) ?? []) {
      if (!isAgain && (at.stream !== own || at.sequence >= sequence)) continue;
      for (const path of paths) this.#name({ ...at, path, by, isAgain });
    }
  }

  /** Whoever was first. */
  #name(eraser: Eraser): void {
    const name = nameOf(eraser);
    if (!this.#by.has(name)) this.#by.set(name, eraser);
  }

  /** The first words of a stream that do not fit what was erased by now. */
  faultIn(stream: string): Finding | undefined {
    return this.#faults(place => place.stream === stream).next().value;
  }

  /** At the end: what was erased, and the first words that are gone without an entry, or there in spite of one. */
  settle(): { erased: Erased[]; finding?: Finding } {
    const finding = this.#faults(() => true).next().value;
    const erased = [...this.#missing].flatMap(([name, missing]): Erased[] => {
      const eraser = this.#by.get(name);
      return eraser ? [{ ...missing, by: eraser.by, isAgain: eraser.isAgain }] : [];
    });
    return { erased, ...(finding ? { finding } : {}) };
  }

  *#faults(concerns: (place: Place) => boolean): Generator<Finding, undefined> {
    for (const [name, missing] of this.#missing)
      if (concerns(missing) && !this.#by.has(name)) yield lostFinding(missing);
    for (const [name, eraser] of this.#by) if (concerns(eraser) && !this.#missing.has(name)) yield keptFinding(eraser);
  }
}

const file = bundleFiles.words;
const at = (path: string): string => path || 'the top';

const lostFinding = ({ path, index, stream, sequence }: Missing): Finding =>
  finding(
    'words-lost',
    { file, index, stream, sequence },
    `The words at ${at(path)} are gone, and no entry says that they were erased.`,
  );

const keptFinding = ({ path, by, stream, sequence }: Eraser): Finding =>
  finding(
    'words-kept',
    { file, stream, sequence },
    `Entry ${by} says that the words at ${at(path)} were erased, and they are not gone.`,
  );
