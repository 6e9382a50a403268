// The body of POST /add-checkpoint: the size that the log thinks the witness knows, a proof from there, and a checkpoint.
import { parseCheckpoint, parseNote, readDecimal, readHash, type Checkpoint, type SignedNote } from '#ledger';

export interface AddCheckpoint {
  old: number;
  proof: Uint8Array[];
  note: SignedNote;
  /** The first line of the note. */
  origin: string;
  /** Undefined where the note is none, or has lines more than we can read. */
  checkpoint?: Checkpoint;
}

/** More lines than any proof has. */
const mostHashes = 63;

/** Undefined for what is not well-formed. */
export function parseAddCheckpoint(body: string): AddCheckpoint | undefined {
  const end = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(end, 0)).split('\n');
  const old = first.startsWith('old ') ? readDecimal(first.slice('old '.length)) : undefined;
  const proof = lines.map(readHash).filter(hash => hash !== undefined);
  const note = parseNote(body.slice(end + 2));
  if (old === undefined || !note || proof.length !== lines.length || proof.length > mostHashes) return undefined;
  const checkpoint = parseCheckpoint(note.text);
  return {
    old,
    proof,
    note,
    origin: note.text.slice(0, note.text.indexOf('\n')),
    ...(checkpoint ? { checkpoint } : {}),
  };
}
