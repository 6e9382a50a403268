// Which words an erasure takes: those named, those that are the same elsewhere in the stream, and only where some are left.
import { blockedBy, invalid, type Fault, type Problem } from '../problems.js';
import type { EraseWords } from './erase-words.js';
import type { ErasedAt } from './events.js';

/** A node of an entry that had words when it was recorded. */
export interface Place {
  /** A JSON pointer into the payload; empty for the payload itself. */
  path: string;
  /** Canonical JSON of the words; null once they are erased. */
  words: string | null;
}

export interface WordedEntry {
  id: string;
  sequence: number;
  /** Who may see the entry, where not everybody who reads its stream may. */
  audience: string;
  /** The person whom it is about, where it is about one. */
  about?: string;
  places: Place[];
}

export interface WordedStream {
  stream: string;
  /** At least the entry that the command names; all of them for `everywhere`. */
  entries: WordedEntry[];
}

/** INVALID `unknown-path`: the entry never had words there. BLOCKED `already-erased`: none are left of those named. */
export function placesToErase(
  { entryId, paths, everywhere }: EraseWords,
  { stream, entries }: WordedStream,
): ErasedAt[] | Problem {
  const own = entries.find(({ id }) => id === entryId)?.places ?? [];
  const faults = (paths ?? []).flatMap((path, at): Fault[] =>
    own.some(place => place.path === path) ? [] : [{ path: `paths.${at}`, code: 'unknown-path' }],
  );
  if (faults.length > 0) return invalid(...faults);
  const named = own.filter(({ path, words }) => words !== null && (paths?.includes(path) ?? true));
  if (named.length === 0) return blockedBy('already-erased', `entry:${entryId}`);
  const texts = new Set(named.map(({ words }) => words));
  return entries
    .map(({ id, sequence, places }) => {
      const mine = id === entryId ? named : [];
      const same = everywhere ? places.filter(({ words }) => words !== null && texts.has(words)) : mine;
      return { stream, sequence, paths: same.map(({ path }) => path) };
    })
    .filter(each => each.paths.length > 0);
}

/** Shorter ones stand everywhere, and so do the keys of options. */
const shortest = 6;
const isTelling = (text: string): boolean => text.trim().length >= shortest && !/^[a-z0-9_]+$/.test(text);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What people wrote at places that go, text by text: it may stand elsewhere as well. */
export function textsErased(erased: readonly ErasedAt[], { entries }: WordedStream): string[] {
  const gone = erased.flatMap(({ sequence, paths }) => {
    const entry = entries.find(each => each.sequence === sequence);
    return (entry?.places ?? []).filter(({ path }) => paths.includes(path));
  });
  const texts = gone.flatMap(({ words }) => textsIn(JSON.parse(words ?? 'null')));
  return [...new Set(texts)].filter(isTelling);
}
