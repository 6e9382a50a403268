// What the signer remembers of what it signed last: the one thing that a restored database cannot take back.
import { parseCheckpoint, parseNote, toBase64, type Checkpoint } from '#ledger';

export interface LastSigned extends Checkpoint {
  /** The signed note. */
  note: string;
}

/** The text of last-signed.json. */
export const formatLastSigned = ({ origin, size, root, note }: LastSigned): string =>
  `${JSON.stringify({ origin, size, root: toBase64(root), note }, null, 2)}\n`;

/** Undefined for anything that is not exactly that: then it is not known what was signed. */
export function parseLastSigned(text: string): LastSigned | undefined {
  const { origin, size, root, note } = fieldsOf(text);
  if (typeof note !== 'string' || typeof root !== 'string') return undefined;
  const signed = lastSignedOf(note);
  if (!signed || signed.origin !== origin || signed.size !== size) return undefined;
  return toBase64(signed.root) === root ? signed : undefined;
}

/** The checkpoint in a signed note; by whom it is signed is asked elsewhere. */
export function lastSignedOf(note: string): LastSigned | undefined {
  const checkpoint = parseCheckpoint(parseNote(note)?.text ?? '');
  return checkpoint && { ...checkpoint, note };
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
