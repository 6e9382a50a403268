// What there is to check an entry by: what the page shows of it, its exact bytes, the proof, and the signed checkpoint.
import { fromHex, parseProofFile } from '#ledger';

/** As the API tells it, and so what is shown. */
export interface ShownEntry {
  id: string;
  type: string;
  stream: string;
  sequence: number;
  index: number | null;
  at: string;
  role: string;
  hash: string;
  previousHash: string | null;
  payload: unknown;
  actor: { id: string };
  acknowledgement: string;
}

/** Words of the entry under their salt: they open a commitment in its bytes. */
export interface OpenedWords {
  path: string;
  salt: string;
  words: string;
}

export interface Evidence {
  entry: ShownEntry;
  /** Undefined where the exact bytes are not this reader’s to see: then its hash is taken as it is told. */
  bytes?: Uint8Array;
  words: readonly OpenedWords[];
  index: number;
  proof: readonly Uint8Array[];
  /** The signed note. */
  note: string;
}

/** Undefined for a file that is none. */
export function evidenceOfReceipt(
  entry: ShownEntry,
  text: string,
  words: readonly OpenedWords[],
): Evidence | undefined {
  const file = parseProofFile(text);
  return (
    file?.extra && { entry, words, bytes: file.extra, index: file.index, proof: file.proof, note: file.checkpoint }
  );
}

/** Throws a RangeError on hashes that are none. */
export const evidenceOfProof = (
  entry: ShownEntry,
  { index, proof }: { index: number; proof: readonly string[] },
  note: string,
): Evidence => ({ entry, words: [], index, proof: proof.map(fromHex), note });
