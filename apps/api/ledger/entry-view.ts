// An entry of the ledger as the public API shows it.
import type { HistoryEntry } from '#store';
import { personRef } from '../identity/person-ref.js';
import { referenceOf } from '../proposals/proposal-view.js';

/** The payload holds surviving words beside their commitments; who may read the entry may read its words. */
export const entryView = ({ by, words, proposalNumber, ...entry }: HistoryEntry, known: boolean) => ({
  __typename: 'LedgerEntry' as const,
  ...entry,
  reference: proposalNumber === null ? null : referenceOf(proposalNumber),
  words: words.map(each => ({ ...each, stream: entry.stream, sequence: entry.sequence })),
  actor: personRef(by, known),
  role: by.role,
});
