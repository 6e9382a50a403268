// The chain of each stream: dense numbers, and the hash of the entry before.
import type { Entry } from '../bundle/entry.js';
import { finding, type Finding } from '../finding.js';

interface Link {
  sequence: number;
  /** Hex of the leaf hash. */
  hash: string;
}

export class Chains {
  readonly #heads = new Map<string, Link>();

  get streams(): number {
    return this.#heads.size;
  }

  /** Why the entry cannot follow what its stream has so far; undefined when it can. */
  fault({ stream, sequence, previous }: Entry): string | undefined {
    const head = this.#heads.get(stream);
    const expected = (head?.sequence ?? 0) + 1;
    if (sequence > expected) return `Number ${expected} of its stream is missing before it.`;
    if (sequence < expected) return `Its stream has a number ${sequence} already.`;
    return previous === (head?.hash ?? null)
      ? undefined
      : 'It does not name the hash of the entry before it in its stream.';
  }

  /** Takes the entry as the last of its stream. `hash` is hex. */
  follow(entry: Entry, hash: string): Finding | undefined {
    const fault = this.fault(entry);
    this.#heads.set(entry.stream, { sequence: entry.sequence, hash });
    const { index, stream, sequence } = entry;
    return fault === undefined
      ? undefined
      : finding('chain-broken', { file: 'entries.jsonl', index, stream, sequence }, fault);
  }
}
