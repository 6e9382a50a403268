// Is the checkpoint that we are shown a continuation of the last one that this browser saw? Only so is a rollback noticed.
import { areEqual, isConsistent, type Checkpoint, type Sha256 } from '#ledger';

export interface Remembered extends Checkpoint {
  /** When this browser saw it: ISO 8601. */
  seenAt: string;
}

export type Continuity = 'first' | 'same' | 'grown' | 'rolled-back' | 'forked' | 'other-log';

/** `proof` leads from the remembered size to that of the checkpoint, where the log has grown. */
export function continuityOf(
  sha256: Sha256,
  now: Checkpoint,
  before: Remembered | undefined,
  proof: readonly Uint8Array[] | undefined,
): Continuity {
  if (!before) return 'first';
  if (before.origin !== now.origin) return 'other-log';
  if (now.size < before.size) return 'rolled-back';
  if (now.size === before.size) return areEqual(now.root, before.root) ? 'same' : 'forked';
  return isConsistent(sha256, { from: before, to: now, proof: proof ?? [] }) ? 'grown' : 'forked';
}
