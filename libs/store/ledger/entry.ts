// An entry of the ledger: its exact bytes, made once, and the hash chain of its stream.
import { randomBytes } from 'node:crypto';
import { canonicalBytes, leafHash, toHex, type CanonicalValue } from '#ledger';
import { sha256 } from './sha256.js';
import { isOpenStream, type Performer } from './system.js';
import { splitWords, type Split, type Words } from './words.js';

/** Where a stream stands: its last sequence (0: it is empty) and the leaf hash of its last entry. */
export interface Head {
  sequence: number;
  hash: Uint8Array | null;
}

export interface EntryInput {
  id: string;
  type: string;
  /** The event without its circumstances. */
  event: object;
  revision?: number;
  audience?: string;
}

/** What all entries of one command share. */
export interface Act {
  stream: string;
  proposalId?: string;
  by: Performer;
  at: string;
  commandId: string;
  /** Of the proposal after the command. */
  version?: number;
}

export interface Entry extends EntryInput {
  sequence: number;
  /** What the entry says to everyone: open fields and commitments. */
  payload: object;
  /** The event with its words and commitments, as the fold takes it. */
  committed: object;
  words: Words[];
  bytes: Uint8Array;
  hash: Uint8Array;
  previousHash: Uint8Array | null;
}

const nonceBytes = 16;

/** Builds the entries of one act in the order given, each chained to the one before. */
export function makeEntries(act: Act, head: Head, inputs: EntryInput[]): Entry[] {
  let { sequence, hash: previousHash } = head;
  return inputs.map(input => {
    sequence += 1;
    const { committed, open: payload, words } = isOpenStream(act.stream) ? whole(input.event) : splitWords(input.event);
    const bytes = entryBytes(act, { ...input, payload, sequence, previousHash });
    const entry: Entry = {
      ...input,
      sequence,
      payload,
      committed,
      words,
      bytes,
      hash: leafHash(sha256, bytes),
      previousHash,
    };
    previousHash = entry.hash;
    return entry;
  });
}

const whole = (event: object): Split => {
  const open = event as Split['open'];
  return { committed: open, open, words: [] };
};

type Place = Pick<Entry, 'id' | 'type' | 'payload' | 'sequence' | 'previousHash'>;

/** The hashed bytes, version 1. The nonce keeps a neighbour's entry from being guessed out of an inclusion proof. */
function entryBytes(act: Act, { id, type, payload, sequence, previousHash }: Place): Uint8Array {
  const { stream, proposalId, by, at, commandId, version } = act;
  return canonicalBytes({
    v: 1,
    stream,
    sequence,
    previous: previousHash && toHex(previousHash),
    id,
    type,
    proposal: proposalId,
    by: { person: by.personId, organisation: by.organisationId, role: by.role },
    at,
    command: commandId,
    version,
    nonce: randomBytes(nonceBytes).toString('hex'),
    payload: payload as CanonicalValue,
  });
}
