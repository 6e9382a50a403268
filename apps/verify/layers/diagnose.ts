// An entry that is not what its leaf says, looked at together with its neighbours: what was done here?
import { bundleFiles, leafHash } from '#ledger';
import { parseEntry, readEntry, type Entry } from '../bundle/entry.js';
import { leafLength } from '../bundle/leaves.js';
import { linesOf } from '../bundle/lines.js';
import { readWhole, type Source } from '../bundle/source.js';
import { finding, type Finding, type FindingKind } from '../finding.js';
import { sha256 } from '../native.js';

/** The place in the file, the entry there, its hash, and why it cannot follow in its stream, if it cannot. */
export interface Suspect {
  position: number;
  entry: Entry;
  hash: Uint8Array;
  chainFault: string | undefined;
}

/** The place where the entry's bytes stop being what the tree was built over. */
export async function diagnose(source: Source, { position, entry, hash, chainFault }: Suspect): Promise<Finding> {
  const leaves = await readWhole(source, bundleFiles.leaves);
  const leafAt = (index: number): Buffer => leaves.subarray(index * leafLength, (index + 1) * leafLength);
  const next = await entryAfter(source, position);
  const nextHash = next && leafHash(sha256, next.bytes);
  const is = (one: Uint8Array | undefined, index: number): boolean => one !== undefined && leafAt(index).equals(one);
  const say = (kind: FindingKind, what: string): Finding => {
    const { index, stream, sequence } = entry;
    return finding(kind, { file: bundleFiles.entries, index, stream, sequence }, what);
  };
  if (is(hash, position + 1) && is(nextHash, position))
    return say('entries-swapped', 'It and the one after it have changed places.');
  if (is(hash, position + 1))
    return say('entry-removed', 'The entry that belongs here is gone, and those after it have moved up.');
  if (is(nextHash, position))
    return isAmong(leaves, hash)
      ? say('entry-repeated', 'It stands here a second time, and pushes back those after it.')
      : say('entry-inserted', 'It was put in here: the tree was built without it.');
  const misfit = chainFault ?? (await twinOf(source, entry, position));
  if (misfit !== undefined)
    return say(
      'entry-moved',
      `It claims a place that is not its own, and its bytes are not those of the tree. ${misfit}`,
    );
  return say('entry-altered', 'Its bytes are not those that the tree was built over.');
}

function isAmong(leaves: Buffer, hash: Uint8Array): boolean {
  for (let at = leaves.indexOf(hash); at >= 0; at = leaves.indexOf(hash, at + 1))
    if (at % leafLength === 0) return true;
  return false;
}

async function entryAfter(source: Source, position: number): Promise<Entry | undefined> {
  let first = 0;
  for await (const lines of linesOf(source.open(bundleFiles.entries))) {
    const line = lines?.[position + 1 - first];
    if (!lines || line !== undefined) {
      const entry = line === undefined ? undefined : readEntry(line, position + 1);
      return entry && 'bytes' in entry ? entry : undefined;
    }
    first += lines.length;
  }
  return undefined;
}

/** Somebody else in the place that it claims. */
async function twinOf(source: Source, { stream, sequence }: Entry, position: number): Promise<string | undefined> {
  let at = 0;
  for await (const lines of linesOf(source.open(bundleFiles.entries)))
    for (const line of lines ?? []) {
      const other = at === position ? undefined : parseEntry(line);
      if (other?.stream === stream && other.sequence === sequence) return `Entry ${at} is in it as well.`;
      at += 1;
    }
  return undefined;
}

/** The number on a line is not the number of the line. */
export async function diagnoseIndex(source: Source, position: number, entry: Entry): Promise<Finding> {
  const { index, stream, sequence } = entry;
  const say = (kind: FindingKind, what: string): Finding =>
    finding(kind, { file: bundleFiles.entries, index, stream, sequence }, what);
  if (index > position) {
    const next = await entryAfter(source, position);
    return next?.index === position
      ? say('entries-swapped', `It stands before entry ${position}.`)
      : say('entry-missing', `Entry ${position} is missing before it.`);
  }
  const leaves = await readWhole(source, bundleFiles.leaves);
  return isAmong(leaves, leafHash(sha256, entry.bytes))
    ? say('entry-repeated', 'It stands here a second time.')
    : say('entry-inserted', 'It was put in here under the number of another one: the tree was built without it.');
}
