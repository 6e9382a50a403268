// Somebody with the whole database and none of the keys: takes a bundle apart, changes what they like, and makes everything anew that
// can be made anew without signing: leaves, chains, rows, the manifest's hashes.
import { createHash } from 'node:crypto';
import { committedPaths, evolve, joinWords, type Proposal, type RecordedEvent } from '#governance';
import {
  append,
  canonicalBytes,
  emptyRange,
  formatLine,
  leafHash,
  rootOf,
  toHex,
  type BundleManifest,
  type CanonicalValue,
} from '#ledger';
import { sha256 } from '../../apps/verify/native.js';
import type { Files } from './evidence.js';

export interface Said {
  stream: string;
  sequence: number;
  previous: string | null;
  id: string;
  type: string;
  proposal?: string;
  by: { person: string; organisation: string; role: string };
  at: string;
  command: string;
  version?: number;
  payload: any;
  [field: string]: any;
}

export interface Draft {
  entries: { index: number; said: Said; bytes: Buffer; words: { path: string; salt: string; words: string }[] }[];
  leaves: Buffer[];
  state: Record<string, any>[];
  checkpoint: string;
  withWords: boolean;
  manifest: BundleManifest;
}

const linesOf = (files: Files, name: string): any[] =>
  (files.get(name)?.toString() ?? '')
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line));

export function takeApart(files: Files): Draft {
  const words = Map.groupBy(linesOf(files, 'words.jsonl'), ({ stream, sequence }) => `${stream}#${sequence}`);
  const leaves = files.get('leaves.bin')!;
  return {
    entries: linesOf(files, 'entries.jsonl').map(({ index, stream, sequence, bytes: encoded }) => {
      const bytes = Buffer.from(encoded, 'base64');
      return {
        index,
        bytes,
        said: JSON.parse(bytes.toString()) as Said,
        words: words.get(`${stream}#${sequence}`) ?? [],
      };
    }),
    leaves: Array.from({ length: leaves.length / 32 }, (_, at) => leaves.subarray(at * 32, at * 32 + 32)),
    state: linesOf(files, 'state.jsonl'),
    checkpoint: files.get('checkpoint')!.toString(),
    withWords: files.has('words.jsonl'),
    manifest: JSON.parse(files.get('manifest.json')!.toString()) as BundleManifest,
  };
}

/** With a manifest that fits. */
export function putTogether({ entries, leaves, state, checkpoint, withWords, manifest }: Draft): Files {
  const lines = (each: object[]): Buffer => Buffer.from(each.map(formatLine).join(''));
  const files: Files = new Map([
    [
      'entries.jsonl',
      lines(
        entries.map(({ index, said, bytes }) => ({
          index,
          stream: said.stream,
          sequence: said.sequence,
          bytes: bytes.toString('base64'),
        })),
      ),
    ],
    ['leaves.bin', Buffer.concat(leaves)],
    ['state.jsonl', lines(state)],
    ['checkpoint', Buffer.from(checkpoint)],
  ]);
  const words = entries.flatMap(({ said: { stream, sequence }, words: own }) =>
    own.map(each => ({ ...each, stream, sequence })),
  );
  if (withWords) files.set('words.jsonl', lines(words));
  return withManifest(files, { ...manifest, entries: entries.length });
}

export function withManifest(files: Files, manifest: BundleManifest): Files {
  const measured = [...files]
    .filter(([name]) => name !== 'manifest.json')
    .map(([name, bytes]) => [name, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }]);
  return new Map([
    ...files,
    ['manifest.json', Buffer.from(formatLine({ ...manifest, files: Object.fromEntries(measured) }))],
  ]);
}

export const bytesOf = (said: Said): Buffer => Buffer.from(canonicalBytes(said as CanonicalValue));
export const leafOf = (bytes: Uint8Array): Buffer => Buffer.from(leafHash(sha256, bytes));

/** Changes what an entry says, and nothing else. */
export function edit(draft: Draft, at: number, change: (said: Said) => void): void {
  const entry = draft.entries[at]!;
  change(entry.said);
  entry.bytes = bytesOf(entry.said);
}

export const renumber = ({ entries }: Draft): void => void entries.forEach((entry, index) => (entry.index = index));

/** Makes every chain, every leaf and every index anew. */
export function rebuild(draft: Draft): Draft {
  const heads = new Map<string, { sequence: number; hash: string | null }>();
  renumber(draft);
  draft.leaves = draft.entries.map(entry => {
    const { stream } = entry.said;
    const head = heads.get(stream) ?? { sequence: 0, hash: null };
    Object.assign(entry.said, { sequence: head.sequence + 1, previous: head.hash });
    entry.bytes = bytesOf(entry.said);
    const leaf = leafOf(entry.bytes);
    heads.set(stream, { sequence: head.sequence + 1, hash: toHex(leaf) });
    return leaf;
  });
  return draft;
}

export const headOf = ({ leaves }: Pick<Draft, 'leaves'>): { size: number; root: Uint8Array } => ({
  size: leaves.length,
  root: rootOf(
    sha256,
    leaves.reduce((range, leaf) => append(sha256, range, leaf), emptyRange),
  ),
});

/** Makes every row anew from the entries, as far as they can be folded. */
export function refold(draft: Draft): Draft {
  const streams = Map.groupBy(
    draft.entries.filter(({ said }) => said.proposal !== undefined),
    ({ said }) => said.proposal!,
  );
  const numbers = new Map(draft.state.map(row => [row['id'], row['number']]));
  draft.state = [...streams.keys()].sort().map(id => {
    const entries = streams.get(id)!;
    const folded = entries
      .map(({ said, words }) => eventOf(said, words))
      .reduce<Proposal | undefined>(evolve, undefined)!;
    const lacksWords = entries.some(({ said, words }) => committedPaths(said.payload).length > words.length);
    const content = lacksWords ? { ...folded, hasErasedWords: true } : folded;
    const last = entries.at(-1)!;
    const { version, revision, state, tier, leadOrganisationId, partnerIds, workflow, author, submittedAt } = content;
    return {
      ...{ id, version, revision, state, tier, leadOrganisationId, partnerIds, workflow, number: numbers.get(id) ?? 1 },
      ...{ authorId: author.personId, submittedAt: submittedAt ?? null },
      ...{ lastSequence: last.said.sequence, lastHash: toHex(leafOf(last.bytes)) },
      ...(draft.withWords ? { content: JSON.parse(JSON.stringify(content)) } : {}),
    };
  });
  return draft;
}

const eventOf = (
  { payload, type, at, version, proposal, by }: Said,
  words: { path: string; words: string }[],
): RecordedEvent =>
  ({
    ...joinWords(
      payload,
      words.map(each => ({ path: each.path, text: each.words })),
    ),
    ...{ type, at, version, proposalId: proposal },
    by: { personId: by.person, organisationId: by.organisation, role: by.role },
  }) as RecordedEvent;

/** Where a command ends: what is cut off after it leaves nothing half done. */
export const commandEnds = ({ entries }: Draft): number[] =>
  entries.flatMap(({ said }, at) => (entries[at + 1]?.said.command === said.command ? [] : [at + 1]));

/** The first so many entries, with rows to match. */
export function cut(draft: Draft, size: number): Draft {
  draft.entries.length = size;
  draft.leaves.length = size;
  return refold(draft);
}
