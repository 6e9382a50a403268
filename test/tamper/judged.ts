// The verifier as the tests ask it: over files in memory, with the key of the first epoch.
import type { Policy } from '#ledger';
import { memorySource } from '../../apps/verify/bundle/source.js';
import { CannotJudge, type Layer } from '../../apps/verify/finding.js';
import type { Kept } from '../../apps/verify/layers/known.js';
import { verifyBundle, type Judged } from '../../apps/verify/verify-bundle.js';
import { cosignedAt, type Files } from './evidence.js';
import type { KeyPair } from './log.js';

export interface Held {
  log: KeyPair;
  known?: Kept[];
  receipts?: Kept[];
  policy?: Policy;
  maxAge?: number;
  layers?: readonly Layer[];
}

/** The finding's kind, `clean`, or `unjudged`. */
export async function judged(files: Files, held: Held): Promise<Judged & { verdict: string; reason?: string }> {
  const { log, known = [], receipts = [], ...more } = held;
  const question = { keys: [log.key], known, receipts, now: cosignedAt + 60, progress: () => undefined, ...more };
  try {
    const result = await verifyBundle(memorySource(files), question);
    return { ...result, verdict: result.finding?.kind ?? 'clean' };
  } catch (error) {
    if (!(error instanceof CannotJudge)) throw error;
    return { size: 0, streams: 0, verdict: 'unjudged', reason: error.message };
  }
}
