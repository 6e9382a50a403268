// A checkpoint (c2sp.org/tlog-checkpoint): what a log says its tree is, as the text of a signed note.
import { readDecimal, readHash, toBase64 } from './lines.js';

export interface Checkpoint {
  /** Which log: a name of its own for each. */
  origin: string;
  /** Entries in the tree. */
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
}

export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** Undefined for anything else, extension lines included: nothing signed here is left unread. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, decimal, encoded, end, ...more] = text.split('\n');
  if (!origin || decimal === undefined || encoded === undefined || end !== '' || more.length > 0) return undefined;
  const [size, root] = [readDecimal(decimal), readHash(encoded)];
  return size === undefined || root === undefined ? undefined : { origin, size, root };
}
