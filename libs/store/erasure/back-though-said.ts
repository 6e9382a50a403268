// Words that are there though the ledger says that they were erased: they came back with a backup.
import type { Statement } from '../connection.js';
import { placesOf } from './said-erasures.js';

/** Rows of `stream` and `sequence`: entries WordsErased whose words are back. What Assent erased again itself, it knows by the list. */
export const backThoughSaid: Statement = {
  name: 'words-back-though-said',
  text: `select e.stream, e.sequence from ledger_entry e where e.type = 'WordsErased' and exists (
      select from ${placesOf('e')} join entry_words w
        on w.stream = place.stream and place.stream = e.stream and w.sequence = place.sequence and place.paths ? w.path)
    order by e.stream, e.sequence`,
};
