// Is the tree still the one that was signed? Shown by a proof against the root that the signer remembers, not by what the database
// says of itself.
import { sha256, type LastSigned } from '#keys';
import { isConsistent } from '#ledger';
import type { LogStanding } from '#store';
import type { Log } from './log.js';
import type { Refusal } from './refusal.js';

/** A tree that may be signed. */
export interface Examined {
  size: number;
  root: Uint8Array;
}

/** What a signer starts from that has signed nothing. */
export const noneSigned = (origin: string): LastSigned => ({
  origin,
  size: 0,
  root: sha256(new Uint8Array()),
  note: '',
});

export async function examineTree(
  log: Log,
  { size }: Pick<LogStanding, 'size'>,
  signed: Pick<LastSigned, 'size' | 'root'>,
): Promise<Examined | Refusal> {
  if (size < signed.size) return 'tree-shorter';
  const root = await log.rootAt(size);
  const proof = await log.proveConsistency(signed.size, size);
  if (!root || !proof) return 'tree-rewritten';
  return isConsistent(sha256, { from: signed, to: { size, root }, proof }) ? { size, root } : 'tree-rewritten';
}
