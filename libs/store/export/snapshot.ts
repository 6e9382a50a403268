// The ledger as of its newest checkpoint, read page by page in one snapshot: what a bundle is written from. For a connection of the
// auditor's role, which reads every row.
import type { DataSource } from 'typeorm';
import { run, withClient, type PgClient, type Statement } from '../connection.js';
import { expectErasuresTold } from './erasures-told.js';
import { ExportError } from './export-error.js';
import { readNames, type Names } from './read-names.js';
import { readRange, type ExportedEntry } from './read-range.js';
import { readState, type StateRow } from './read-state.js';

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
  names: () => Promise<Names>;
}

export interface Wanted {
  /** Without words there is nothing that an erasure takes. */
  withWords: boolean;
}

/** Throws an ExportError where there is nothing to export yet, or where its words would not fit its entries. */
export const withSnapshot = <T>(
  dataSource: DataSource,
  { withWords }: Wanted,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> =>
  withClient(dataSource, async (client, runner) => {
    await runner.startTransaction('REPEATABLE READ');
    try {
      const sealed = await readSealed(client);
      if (withWords) await expectErasuresTold(client, sealed.size);
      return await work({
        ...sealed,
        entries: (first, wordsToo) => readRange(client, { first, end: sealed.size, withWords: wordsToo }),
        state: () => readState(client, sealed.size),
        names: () => readNames(client),
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

async function readSealed(client: PgClient): Promise<Sealed> {
  const [row] = await run<{ size: string; note: string; cosignatures: string }>(client, newest, []);
  if (!row)
    throw new ExportError(
      'No checkpoint is signed yet, so there is nothing to prove. Let the worker run with its key.',
    );
  return { size: Number(row.size), note: row.note + row.cosignatures };
}
