// Words and the entries that say that they were erased have to fit each other in what is handed out: else the one who checks it would
// have to take it for forged, and somebody would get to read what was erased.
import { run, type PgClient, type Statement } from '../connection.js';
import { backThoughSaid } from '../erasure/back-though-said.js';
import { ExportError } from './export-error.js';

/** An erasure takes words away at once, and its entry gets its place a moment later. */
const lateErasures: Statement = {
  name: 'late-erasures',
  text: `select count(*)::integer as late from ledger_entry e left join ledger_position l on l.entry_id = e.id
    where e.type = 'WordsErased' and (l.index is null or l.index >= $1)`,
};

const seal =
  'Try again in a minute, with the worker running (npm run signer -- status says whether it signs), or leave the words out: ' +
  '--without-words.';

/** Throws an ExportError: an erasure is not under the checkpoint of that size, or what was erased is back. */
export async function expectErasuresTold(client: PgClient, size: number): Promise<void> {
  const [erasures] = await run<{ late: number }>(client, lateErasures, [size]);
  if (erasures && erasures.late > 0)
    throw new ExportError(`Words were erased, and no checkpoint covers the entry that says so yet. ${seal}`);
  const back = await run(client, backThoughSaid, []);
  if (back.length > 0)
    throw new ExportError(
      'Words that were erased are back in this database, as after a restore, and would be handed out. Erase them again first: ' +
        'start the product, or npm run migrate.',
    );
}
