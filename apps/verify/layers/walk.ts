// L1 and L2 in one pass over entries and leaves: form, leaf hashes, chains, and the root of the tree at every size that is asked for.
import { append, bundleFiles, emptyRange, leafHash, rootOf, type CompactRange } from '#ledger';
import { parseEntry, readEntry, type Entry } from '../bundle/entry.js';
import { leafLength, leavesOf } from '../bundle/leaves.js';
import { linesOf } from '../bundle/lines.js';
import type { Source } from '../bundle/source.js';
import { finding, type Finding, type Layer } from '../finding.js';
import { sha256 } from '../native.js';
import { Chains } from './chains.js';
import { diagnose, diagnoseIndex } from './diagnose.js';

export interface WalkOrder {
  layers: ReadonlySet<Layer>;
  /** Sizes at which the root is wanted. */
  sizes: readonly number[];
  /** Indexes of entries whose bytes are wanted. */
  indexes: readonly number[];
  /** Is told after some entries how many there were. */
  progress(entries: number): void;
}

export interface Walked {
  /** The first bad place. What follows counts only where there is none. */
  finding?: Finding;
  size: number;
  streams: number;
  root: Uint8Array;
  rootsAt: ReadonlyMap<number, Uint8Array>;
  bytesAt: ReadonlyMap<number, Uint8Array>;
  /** Of the stream `ledger`: the log's own keys. */
  keyEntries: readonly Entry[];
}

const file = bundleFiles.entries;

export async function walk(source: Source, order: WalkOrder): Promise<Walked> {
  const walker = new Walker(source, order);
  const leaves = leavesOf(source);
  let bad: Finding | undefined;
  for await (const lines of linesOf(source.open(file))) {
    const stored = lines ? await leaves.take(lines.length * leafLength) : undefined;
    bad = lines && stored ? await walker.takeAll(lines, stored) : walker.notText();
    if (bad) break;
    order.progress(walker.size);
  }
  bad ??= await walker.end(await leaves.take(1));
  return walker.result(bad);
}

class Walker {
  #range: CompactRange = emptyRange;
  readonly #chains = new Chains();
  readonly #rootsAt = new Map<number, Uint8Array>();
  readonly #bytesAt = new Map<number, Uint8Array>();
  readonly #keyEntries: Entry[] = [];
  readonly #sizes: ReadonlySet<number>;
  readonly #indexes: ReadonlySet<number>;

  constructor(
    private readonly source: Source,
    private readonly order: WalkOrder,
  ) {
    this.#sizes = new Set(order.sizes);
    this.#indexes = new Set(order.indexes);
    this.#noteRoot();
  }

  get size(): number {
    return this.#range.size;
  }

  notText(): Finding {
    return finding('not-canonical', { file, index: this.size }, 'From here on the file is not lines of UTF-8.');
  }

  async takeAll(lines: readonly string[], stored: Buffer): Promise<Finding | undefined> {
    for (const [at, line] of lines.entries()) {
      const bad = await this.#take(line, stored.subarray(at * leafLength, (at + 1) * leafLength));
      if (bad) return bad;
    }
    return undefined;
  }

  async #take(line: string, stored: Buffer): Promise<Finding | undefined> {
    const position = this.size;
    const entry = this.order.layers.has('L1') ? readEntry(line, position) : (parseEntry(line) ?? this.notText());
    if ('kind' in entry) return entry;
    const hash = leafHash(sha256, entry.bytes);
    const bad = this.order.layers.has('L2') ? await this.#check(entry, hash, stored) : undefined;
    if (bad) return bad;
    this.#range = append(sha256, this.#range, hash);
    this.#noteRoot();
    if (this.#indexes.has(position)) this.#bytesAt.set(position, entry.bytes);
    if (entry.stream === 'ledger') this.#keyEntries.push(entry);
    return undefined;
  }

  async #check(entry: Entry, hash: Uint8Array, stored: Buffer): Promise<Finding | undefined> {
    const position = this.size;
    if (entry.index !== position) return diagnoseIndex(this.source, position, entry);
    if (!stored.equals(hash))
      return diagnose(this.source, { position, entry, hash, chainFault: this.#chains.fault(entry) });
    return this.#chains.follow(entry, Buffer.from(hash).toString('hex'));
  }

  async end(left: Buffer): Promise<Finding | undefined> {
    const isLeft = this.order.layers.has('L2') && left.length > 0;
    return isLeft
      ? finding(
          'tree-cut',
          { file, index: this.size },
          'There are leaves for entries after it, and the entries are gone.',
        )
      : undefined;
  }

  #noteRoot(): void {
    if (this.#sizes.has(this.size)) this.#rootsAt.set(this.size, rootOf(sha256, this.#range));
  }

  result(bad: Finding | undefined): Walked {
    return {
      ...(bad ? { finding: bad } : {}),
      size: this.size,
      streams: this.#chains.streams,
      root: rootOf(sha256, this.#range),
      rootsAt: this.#rootsAt,
      bytesAt: this.#bytesAt,
      keyEntries: this.#keyEntries,
    };
  }
}
