// Where else a text stands that was erased: in entries of any stream that this person may see. What they may not see is not looked at,
// so that nobody finds out by an erasure what others wrote.
import type { DataSource } from 'typeorm';
import type { Actor } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { findHistoryEntries, type HistoryEntry } from '../queries/history.js';
import { onBehalf, scopeOf, scopeValues, visibleEntry } from '../visible-to.js';

/** More is no help: then it stands everywhere. */
export const mostHolders = 100;

const holders: Statement = {
  name: 'holders',
  text: onBehalf(`select e.id from viewer, ledger_entry e left join proposal p on p.id = e.proposal_id
    where ${visibleEntry('e', 'p')} and exists (select from entry_words w, unnest($7::text[]) as text
      where w.stream = e.stream and w.sequence = e.sequence and position(text in w.words) > 0)
    order by e.at, e.stream, e.sequence limit ${mostHolders}`),
};

/** As the text stands within canonical JSON. */
const asWritten = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Oldest first, `mostHolders` at most. */
export async function findHolders(
  dataSource: DataSource,
  actor: Actor,
  texts: readonly string[],
): Promise<HistoryEntry[]> {
  if (texts.length === 0) return [];
  const values = [...scopeValues(scopeOf(actor)), texts.map(asWritten)];
  const rows = await withClient(dataSource, client => run<{ id: string }>(client, holders, values));
  return findHistoryEntries(
    dataSource,
    actor,
    rows.map(({ id }) => id),
  );
}
