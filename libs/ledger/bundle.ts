// The bundle (assent-bundle/1): the files in which a ledger is handed to somebody who checks it, and the one way to write each line.
import { canonicalJson, type CanonicalValue } from './canonical.js';

export const bundleFormat = 'assent-bundle/1';

/** In the order in which they are written. `checkpoint` is the signed note; `leaves` holds 32 bytes for each entry. */
export const bundleFiles = {
  entries: 'entries.jsonl',
  leaves: 'leaves.bin',
  words: 'words.jsonl',
  state: 'state.jsonl',
  checkpoint: 'checkpoint',
  manifest: 'manifest.json',
} as const;
export type BundleFile = keyof typeof bundleFiles;

export interface BundleManifest {
  format: string;
  /** The release that wrote it, and the catalogue it asks today. Said by whoever wrote the bundle, and not signed. */
  product: string;
  catalogue: { key: string; version: number; digest: string };
  entries: number;
  /** By file name, without the manifest's own; `words.jsonl` is absent from a bundle without words. */
  files: Record<string, { bytes: number; sha256: string }>;
}

export interface EntryLine {
  index: number;
  stream: string;
  sequence: number;
  /** Base 64 of the exact bytes. */
  bytes: string;
}

/** In the order of their entries' indexes, then of their paths by UTF-8 bytes. */
export interface WordsLine {
  stream: string;
  sequence: number;
  /** JSON pointer into the entry's payload. */
  path: string;
  /** Base 64 of 32 bytes. */
  salt: string;
  /** Canonical JSON, as a text. */
  words: string;
}

/** One JSON object on a line of its own. */
export const formatLine = (value: object): string => `${canonicalJson(value as CanonicalValue)}\n`;

/** The object of a line without its newline; undefined unless it is written in the one way there is. */
export function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(line) as CanonicalValue;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && canonicalJson(value) === line ? (value as Record<string, unknown>) : undefined;
  } catch {
    // Not JSON, not to be said in JSON, or nested deeper than anything of ours.
    return undefined;
  }
}
