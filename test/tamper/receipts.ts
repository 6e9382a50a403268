// A receipt cut out of a bundle: the entry, its place, its proof, and the checkpoint.
import { append, emptyRange, formatProofFile, leafHash, planInclusion, proofBy, type Subtree } from '#ledger';
import { sha256 } from '../../apps/verify/native.js';
import type { Files } from './evidence.js';

export const entriesOf = (files: Files): { index: number; stream: string; sequence: number; bytes: Buffer }[] =>
  files
    .get('entries.jsonl')!
    .toString()
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as { index: number; stream: string; sequence: number; bytes: string })
    .map(entry => ({ ...entry, bytes: Buffer.from(entry.bytes, 'base64') }));

export function subtreesOf(entries: readonly Buffer[]): (subtree: Subtree) => Uint8Array {
  const nodes = new Map<string, Uint8Array>();
  let range = emptyRange;
  for (const entry of entries)
    range = append(
      sha256,
      range,
      leafHash(sha256, entry),
      ({ level, index }, root) => void nodes.set(`${level}/${index}`, root),
    );
  return ({ level, index }) => nodes.get(`${level}/${index}`)!;
}

export function receiptOf(files: Files, index: number, checkpoint = files.get('checkpoint')!.toString()): string {
  const size = Number(checkpoint.split('\n')[1]);
  const entries = entriesOf(files)
    .slice(0, size)
    .map(({ bytes }) => bytes);
  const proof = proofBy(sha256, planInclusion(index, size), subtreesOf(entries));
  return formatProofFile({ extra: entries[index]!, index, proof, checkpoint });
}
