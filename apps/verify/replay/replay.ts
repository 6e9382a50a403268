// L6 and L7 in one pass over entries and words: every history replayed, every row compared, every commitment checked. A proposal is
// held in memory from its first entry to the last one that its row knows of.
import { committedPaths } from '#governance';
import { bundleFiles, leafHash, toHex } from '#ledger';
import { parseEntry, type Entry } from '../bundle/entry.js';
import { linesOf } from '../bundle/lines.js';
import type { Source } from '../bundle/source.js';
import { CannotJudge, finding, type Finding, type Layer } from '../finding.js';
import { sha256 } from '../native.js';
import { Erasures, erasuresStream, type Erased } from './erasures.js';
import { History } from './history.js';
import { Published } from './published.js';
import { Roles } from './roles.js';
import { differences, ExportedState } from './state.js';
import { faultOfWords, WordsReader, type EntryWords, type Words } from './words.js';

export interface ReplayOrder {
  layers: ReadonlySet<Layer>;
  progress: (entries: number) => void;
}

export interface Replayed {
  finding?: Finding;
  proposals: number;
  approvals: number;
  /** False: the bundle was written without words, and their commitments could not be checked. */
  withWords: boolean;
  erased: Erased[];
}

/** Throws a CannotJudge where something is newer than this release. */
export async function replay(source: Source, order: ReplayOrder): Promise<Replayed> {
  const state = await ExportedState.read(source);
  if ('kind' in state) return { finding: state, proposals: 0, approvals: 0, withWords: false, erased: [] };
  return new Replay(source, order, state).run();
}

class Replay {
  readonly #surroundings = { roles: new Roles(), published: new Published() };
  readonly #histories = new Map<string, History>();
  readonly #erasures = new Erasures();
  readonly #words: WordsReader | undefined;
  readonly #proposals: number;
  #approvals = 0;

  constructor(
    private readonly source: Source,
    private readonly order: ReplayOrder,
    private readonly state: ExportedState,
  ) {
    this.#proposals = state.size;
    this.#words = source.has(bundleFiles.words) ? new WordsReader(source) : undefined;
  }

  async run(): Promise<Replayed> {
    const bad = (await this.#takeAll()) ?? (await this.#end());
    const { erased, finding: lost } = this.#erasures.settle();
    const first = bad ?? (this.order.layers.has('L7') ? lost : undefined);
    const { size } = { size: this.#proposals };
    return {
      ...(first ? { finding: first } : {}),
      proposals: size,
      approvals: this.#approvals,
      withWords: this.#words !== undefined,
      erased,
    };
  }

  async #takeAll(): Promise<Finding | undefined> {
    let position = 0;
    for await (const lines of linesOf(this.source.open(bundleFiles.entries)))
      for (const line of lines ?? []) {
        const entry = parseEntry(line);
        const place = { file: bundleFiles.entries, index: position };
        if (!entry)
          return finding('not-canonical', place, 'This is no entry, and nothing can be replayed from here on.');
        const bad = await this.#take(entry).catch((error: unknown) => senseless(entry, error));
        if (bad) return bad;
        position += 1;
        if (position % 1000 === 0) this.order.progress(position);
      }
    return undefined;
  }

  async #take(entry: Entry): Promise<Finding | undefined> {
    const words = await this.#wordsOf(entry);
    if ('kind' in words) return words;
    // Without words nothing can be missed, nor be there in spite of an erasure.
    if (entry.type === 'WordsErased' && this.#words) this.#erasures.take(entry);
    if (entry.stream.startsWith('proposal:')) return this.#takeOfProposal(entry, words);
    return this.order.layers.has('L6') ? this.#takeOfOther(entry, words) : undefined;
  }

  #takeOfOther(entry: Entry, { places }: EntryWords): Finding | undefined {
    const { index, stream, sequence } = entry;
    const place = { file: bundleFiles.entries, index, stream, sequence };
    const { roles, published } = this.#surroundings;
    const altered = stream === 'definitions' ? published.take(entry) : undefined;
    if (altered !== undefined) return finding('definition-altered', place, altered);
    const fault = stream === 'directory' ? roles.take(entry, places) : faultOfForeignErasing(entry);
    return fault === undefined ? undefined : finding('history-unlawful', place, fault);
  }

  /** The words of an entry that fit; the first that does not. What is gone is noted, for an erasure may come later. */
  async #wordsOf(entry: Entry): Promise<EntryWords | Finding> {
    const reader = this.#words;
    const places = committedPaths(entry.payload);
    if (!reader) return { words: [], places };
    const found: Words[] = [];
    for (;;) {
      if (reader.isDry) await reader.refill();
      const line = reader.next(entry);
      if (!line) break;
      if ('kind' in line) return line;
      const last = found.at(-1);
      const fault =
        last && last.path >= line.path
          ? 'Words of an entry stand in the order of their paths, and each once.'
          : faultOfWords(entry, line);
      const { index, stream, sequence } = entry;
      if (fault !== undefined && this.order.layers.has('L7'))
        return finding('words-altered', { file: bundleFiles.words, index, stream, sequence }, fault);
      found.push(line);
    }
    const paths = new Set(found.map(({ path }) => path));
    for (const path of places) if (!paths.has(path)) this.#erasures.miss(entry, path);
    return { words: found, places };
  }

  async #takeOfProposal(entry: Entry, words: EntryWords): Promise<Finding | undefined> {
    const id = entry.proposal!;
    const history = this.#histories.get(id) ?? new History();
    this.#histories.set(id, history);
    const bad = history.take(entry, words, this.#surroundings);
    if (bad && this.order.layers.has('L6')) return bad;
    if (String(entry.payload['outcome']).startsWith('APPROVED')) this.#approvals += 1;
    return this.order.layers.has('L7') ? this.#compare(entry, history) : undefined;
  }

  async #compare(entry: Entry, history: History): Promise<Finding | undefined> {
    const { proposal: id = '', index, stream, sequence } = entry;
    const place = { file: bundleFiles.state, index, stream, sequence };
    const last = this.state.lastOf(id);
    if (last === undefined || last < sequence)
      return finding('state-differs', place, 'There is no row that knows of this entry.');
    if (last > sequence) return undefined;
    const unfinished = this.order.layers.has('L6') ? history.end() : undefined;
    this.#histories.delete(id);
    if (unfinished || !history.row) return unfinished;
    const hash = toHex(leafHash(sha256, entry.bytes));
    const replayed = this.state.rowOf(history.row, sequence, hash);
    if (this.state.isAsReplayed(id, replayed)) return undefined;
    const misfit = this.#erasures.faultIn(stream);
    if (misfit) return misfit;
    const which = (await differences(this.source, id, replayed)).join(', ');
    return finding('state-differs', place, `The row does not say what its history makes of it: ${which}.`);
  }

  async #end(): Promise<Finding | undefined> {
    const unpublished = this.order.layers.has('L6') ? this.#surroundings.published.unpublished() : undefined;
    if (unpublished) return unpublished;
    if (!this.order.layers.has('L7')) return undefined;
    const left = this.#words?.left();
    if (left) return left;
    const row = this.state.left;
    return row === undefined
      ? undefined
      : finding(
          'state-differs',
          { file: bundleFiles.state, stream: `proposal:${row}` },
          'The row knows of entries that are not there.',
        );
  }
}

/** Outside of proposals and the directory only Assent erases, and only what it says was erased before. */
function faultOfForeignErasing({ type, stream, by }: Entry): string | undefined {
  if (stream === erasuresStream)
    return type === 'WordsErased' && by.role === 'system'
      ? undefined
      : 'Only Assent itself says here that it erased again.';
  return type === 'WordsErased' ? `Nobody erases what is in the stream ${stream}.` : undefined;
}

/** What was signed and makes no sense is the signer's fault, and no fault of ours. Throws a CannotJudge on. */
function senseless({ index, stream, sequence }: Entry, error: unknown): Finding {
  if (error instanceof CannotJudge) throw error;
  const place = { file: bundleFiles.entries, index, stream, sequence };
  return finding('history-senseless', place, `It cannot be replayed: ${(error as Error).message}`);
}
