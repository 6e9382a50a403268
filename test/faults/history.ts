// What the clients themselves know: each attempt is noted and forced to the disk before it is sent, and again with what came of it.
// This file is the oracle of the campaign; the product has no part in it.
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

export interface Sent {
  note: 'sent';
  attempt: number;
  personId: string;
  commandId: string;
  mutation: string;
  /** A sentence that no other body has; null for a body without words. */
  sentence: string | null;
}

export interface AcknowledgedEntry {
  id: string;
  sequence: number;
  hash: string;
  type: string;
}

export interface Acknowledged {
  note: 'acknowledged';
  attempt: number;
  replayed: boolean;
  proposalId: string;
  version: number;
  entries: AcknowledgedEntry[];
}

export interface Refused {
  note: 'refused';
  attempt: number;
  kind: string;
  code: string;
}

/** No answer, or one that does not say whether it was recorded. */
export interface Unknown {
  note: 'unknown';
  attempt: number;
  why: string;
}

/** Commands sent at once, of which exactly one may be recorded: `isKnown` says whether the sender heard what came of each. */
export interface Raced {
  note: 'raced';
  shape: string;
  contestants: { personId: string; commandId: string; role: string; isKnown: boolean }[];
}

/** A signed checkpoint that somebody was shown, and kept. */
export interface Shown {
  note: 'shown';
  checkpoint: string;
}

export type Note = Sent | Acknowledged | Refused | Unknown | Raced | Shown;

export interface History {
  /** Resolves when the note is on the disk, as far as the disk says so. Notes that wait share one fdatasync. */
  append(note: Note): Promise<void>;
  close(): Promise<void>;
}

export const historyIn = (home: string): string => join(home, 'history.jsonl');

export async function openHistory(path: string): Promise<History> {
  const file = await open(path, 'a');
  let waiting: string[] = [];
  let writing = Promise.resolve();
  const write = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const lines = waiting;
    waiting = [];
    await file.appendFile(lines.join(''));
    await file.datasync();
  };
  return {
    append: note => {
      waiting.push(`${JSON.stringify(note)}\n`);
      return (writing = writing.then(write));
    },
    close: () => writing.then(() => file.close()),
  };
}

export const readHistory = (path: string): Note[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Note);
