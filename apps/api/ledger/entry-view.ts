// An entry of the ledger as the public API shows it.
import type { HistoryEntry } from '#store';
import { personRef } from '../identity/person-ref.js';

/** The payload holds surviving words beside their commitments; who may read the entry may read its words. */
export const entryView = ({ by, words, ...entry }: HistoryEntry, known: boolean) => ({
  __typename: 'LedgerEntry' as const,
  ...entry,
  words: words.map(each => ({ ...each, stream: entry.stream, sequence: entry.sequence })),
  actor: personRef(by, known),
  role: by.role,
});
