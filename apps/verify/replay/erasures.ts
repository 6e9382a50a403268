// Words that are gone: each has to be gone by an entry that says so.
import { bundleFiles } from '#ledger';
import type { Entry } from '../bundle/entry.js';
import { finding, type Finding } from '../finding.js';

interface Missing {
  entry: Pick<Entry, 'index' | 'stream' | 'sequence'>;
  path: string;
}

export interface Erased {
  index: number;
  stream: string;
  sequence: number;
  path: string;
  /** Index of the entry that erased them. */
  by: number;
}

const nameOf = (stream: string, sequence: number, path?: string): string => JSON.stringify([stream, sequence, path]);

export class Erasures {
  readonly #missing: Missing[] = [];
  readonly #by = new Map<string, number>();

  miss({ index, stream, sequence }: Entry, path: string): void {
    this.#missing.push({ entry: { index, stream, sequence }, path });
  }

  /** Of type WordsErased: it names an entry by stream and sequence, and a path in it, or none for all of its words. */
  take({ index, payload }: Entry): void {
    const { stream, sequence, path } = payload as { stream?: string; sequence?: number; path?: string };
    this.#by.set(nameOf(String(stream), Number(sequence), path), index);
  }

  #eraserOf({ entry, path }: Missing): number | undefined {
    return (
      this.#by.get(nameOf(entry.stream, entry.sequence, path)) ?? this.#by.get(nameOf(entry.stream, entry.sequence))
    );
  }

  /** The first words of a stream that are gone without an entry that has said so by now. */
  lostIn(stream: string): Finding | undefined {
    const lost = this.#missing.find(
      missing => missing.entry.stream === stream && this.#eraserOf(missing) === undefined,
    );
    return lost && findingOf(lost);
  }

  /** At the end: what was erased, and the first words that are gone without an entry. */
  settle(): { erased: Erased[]; finding?: Finding } {
    const erased: Erased[] = [];
    for (const missing of this.#missing) {
      const by = this.#eraserOf(missing);
      if (by === undefined) return { erased, finding: findingOf(missing) };
      erased.push({ ...missing.entry, path: missing.path, by });
    }
    return { erased };
  }
}

const findingOf = ({ entry, path }: Missing): Finding =>
  finding(
    'words-lost',
    { file: bundleFiles.words, ...entry },
    `The words at ${path || 'the top'} are gone, and no entry says that they were erased.`,
  );
