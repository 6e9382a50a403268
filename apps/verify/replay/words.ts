// Words beside the entries that commit to them, in the entries' order: each has to fit its commitment, or to have been erased.
import { createHmac } from 'node:crypto';
import { kindOfField, nodeAt } from '#governance';
import { bundleFiles, fromBase64, parseLine, saltLength } from '#ledger';
import type { Entry } from '../bundle/entry.js';
import { linesOf } from '../bundle/lines.js';
import type { Source } from '../bundle/source.js';
import { finding, type Finding } from '../finding.js';

export interface Words {
  path: string;
  text: string;
}

/** The words of an entry that survive, and all places where it had some. */
export interface EntryWords {
  words: Words[];
  places: string[];
}

interface Line extends Words {
  stream: string;
  sequence: number;
  salt: Uint8Array;
}

const file = bundleFiles.words;

export class WordsReader {
  readonly #batches: AsyncIterator<string[] | undefined>;
  #lines: string[] = [];
  #at = 0;
  #count = 0;
  #next: Line | Finding | undefined;

  constructor(source: Source) {
    this.#batches = linesOf(source.open(file))[Symbol.asyncIterator]();
  }

  /** Has to be called, and awaited, before `of` whenever it says so: reading waits, taking does not. */
  get isDry(): boolean {
    return this.#next === undefined && this.#at >= this.#lines.length;
  }

  async refill(): Promise<void> {
    const batch: IteratorResult<string[] | undefined, unknown> = await this.#batches.next();
    if (batch.done) return;
    this.#lines = batch.value ?? [''];
    this.#at = 0;
  }

  /** The next line if it is of this entry; a finding if it is no line of words. */
  next({ stream, sequence }: Entry): Line | Finding | undefined {
    this.#next ??= this.#read();
    const line = this.#next;
    const isMine = line !== undefined && ('kind' in line || (line.stream === stream && line.sequence === sequence));
    if (isMine) this.#next = undefined;
    return isMine ? line : undefined;
  }

  /** After the last entry there may be no line. */
  left(): Finding | undefined {
    const line = this.#next ?? this.#read();
    if (!line || 'kind' in line) return line;
    const { stream, sequence } = line;
    return finding(
      'words-altered',
      { file, stream, sequence },
      'Words stand here that no entry in this place commits to.',
    );
  }

  #read(): Line | Finding | undefined {
    const text = this.#lines[this.#at];
    if (text === undefined) return undefined;
    this.#at += 1;
    this.#count += 1;
    const parsed = parseLine(text);
    const salt = typeof parsed?.['salt'] === 'string' ? fromBase64(parsed['salt']) : undefined;
    const { stream, sequence, path, words } = parsed ?? {};
    const isWhole =
      parsed !== undefined &&
      Object.keys(parsed).length === 5 &&
      typeof stream === 'string' &&
      typeof sequence === 'number' &&
      typeof path === 'string' &&
      typeof words === 'string' &&
      salt?.length === saltLength;
    return isWhole
      ? { stream, sequence, path, text: words, salt }
      : finding('not-canonical', { file, index: this.#count - 1 }, 'The line is not written in the one way there is.');
  }
}

/** What is wrong with the words at their place in the entry; undefined when they are what it commits to. */
export function faultOfWords({ payload }: Entry, { path, text, salt }: Line): string | undefined {
  const node = nodeAt(payload, path);
  if (!node) return `There is no place ${path} in its entry.`;
  const commitment = createHmac('sha256', salt).update(text).digest('hex');
  if (node['commitment'] !== commitment)
    return `The words at ${path || 'the top'} and their salt do not give the commitment that the entry has.`;
  const words = JSON.parse(text) as Record<string, unknown>;
  const isOpen = Object.entries(words).some(
    ([key, value]) => Object.hasOwn(node, key) || kindOfField(key, value) !== 'words',
  );
  return isOpen ? `The words at ${path || 'the top'} stand in for something that the entry says itself.` : undefined;
}
