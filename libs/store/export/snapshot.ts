// The ledger as of its newest checkpoint, read page by page in one snapshot: what a bundle is written from. For a connection of the
// auditor's role, which reads every row.
import type { DataSource } from 'typeorm';
import { run, withClient, type PgClient, type Statement } from '../connection.js';
import { readRange, type ExportedEntry } from './read-range.js';
import { readState, type StateRow } from './read-state.js';

/** Nothing can be exported now; the message says why and what to do. */
export class ExportError extends Error {}

export interface Sealed {
  /** Entries under the checkpoint. */
  size: number;
  /** The signed note with the lines of those who cosigned it. */
  note: string;
}

export interface Snapshot extends Sealed {
  /** In the order of their indexes, from `first` on; flat memory however many there are. */
  entries: (first: number, withWords: boolean) => AsyncGenerator<ExportedEntry[]>;
  /** Rows of the proposals as the checkpoint has them, by id. */
  state: () => AsyncGenerator<StateRow[]>;
}

/** Throws an ExportError where there is nothing to export yet. */
export const withSnapshot = <T>(dataSource: DataSource, work: (snapshot: Snapshot) => Promise<T>): Promise<T> =>
  withClient(dataSource, async (client, runner) => {
    await runner.startTransaction('REPEATABLE READ');
    try {
      const sealed = await readSealed(client);
      return await work({
        ...sealed,
        entries: (first, withWords) => readRange(client, { first, end: sealed.size, withWords }),
        state: () => readState(client, sealed.size),
      });
    } finally {
      // Nothing was written, so nothing is lost; and a connection that broke has no transaction any more.
      if (runner.isTransactionActive && !runner.isReleased) await runner.rollbackTransaction();
    }
  });

const newest: Statement = {
  name: 'newest-checkpoint',
  text: `select c.size, c.note, coalesce((select string_agg(s.line, '' order by s.witness) from cosignature s
      where s.size = c.size), '') as cosignatures
    from checkpoint c order by c.size desc limit 1`,
};

/** An erasure takes words away at once, and its entry gets its place a moment later. */
const lateErasures: Statement = {
  name: 'late-erasures',
  text: `select count(*)::integer as late from ledger_entry e left join ledger_position l on l.entry_id = e.id
    where e.type = 'WordsErased' and (l.index is null or l.index >= $1)`,
};

async function readSealed(client: PgClient): Promise<Sealed> {
  const [row] = await run<{ size: string; note: string; cosignatures: string }>(client, newest, []);
  if (!row)
    throw new ExportError(
      'No checkpoint is signed yet, so there is nothing to prove. Let the worker run with its key.',
    );
  const size = Number(row.size);
  const [erasures] = await run<{ late: number }>(client, lateErasures, [size]);
  if (erasures && erasures.late > 0)
    throw new ExportError('Words were erased a moment ago, and no checkpoint covers that yet. Try again in a minute.');
  return { size, note: row.note + row.cosignatures };
}
