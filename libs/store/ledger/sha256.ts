// The hash that Node brings along, as the ledger lib takes it.
import { createHash } from 'node:crypto';
import type { Sha256 } from '#ledger';

export const sha256: Sha256 = bytes => createHash('sha256').update(bytes).digest();
