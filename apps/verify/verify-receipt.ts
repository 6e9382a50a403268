// A receipt alone: that the log's key signed a tree with this very entry in it.
import type { VerifierKey } from '#ledger';
import type { Entry } from './bundle/entry.js';
import type { Finding } from './finding.js';
import type { Kept } from './layers/known.js';
import { checkReceipt, entryOf, readReceipt } from './layers/receipt.js';

export interface JudgedReceipt {
  finding?: Finding;
  entry?: Entry;
  /** Of the checkpoint that it leads to. */
  size?: number;
}

/** One of the keys has to have signed it. */
export function verifyReceipt({ name, text }: Kept, ...keys: readonly VerifierKey[]): JudgedReceipt {
  const place = { file: name };
  const receipt = readReceipt(text, place);
  if ('kind' in receipt) return { finding: receipt };
  const bad = checkReceipt(receipt, keys, place);
  if (bad) return { finding: bad };
  const entry = entryOf(receipt);
  return 'kind' in entry ? { finding: entry } : { entry, size: receipt.genuine.checkpoint.size };
}
