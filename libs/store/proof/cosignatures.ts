// What witnesses answered: their cosignatures, kept with the checkpoint, and how far enough of them agree.
import type { DataSource } from 'typeorm';
import { inTransaction, run, withClient, type Statement } from '../connection.js';

export interface Cosignature {
  size: number;
  /** What our policy calls the witness. */
  witness: string;
  /** A signature line of the note, with its newline. */
  line: string;
  at: Date;
}

/** Two answers at once have to see each other. */
const lock: Statement = { name: 'lock-witnessed', text: 'select from tree_head for update' };

const insert: Statement = {
  name: 'insert-cosignature',
  text: `insert into cosignature (size, witness, line, cosigned_at) values ($1, $2, $3, $4) on conflict do nothing`,
};
const of: Statement = { name: 'cosigners', text: 'select witness from cosignature where size = $1' };
const raise: Statement = {
  name: 'raise-witnessed',
  text: 'update tree_head set witnessed_size = $1 where witnessed_size < $1 and sealed_size >= $1',
};

/** Keeps it, and raises the witnessed size to its checkpoint's when `isEnough` says so of all who cosigned that. */
export const keepCosignature = (
  dataSource: DataSource,
  { size, witness, line, at }: Cosignature,
  isEnough: (witnesses: ReadonlySet<string>) => boolean,
): Promise<void> =>
  inTransaction(dataSource, async client => {
    await run(client, lock, []);
    await run(client, insert, [size, witness, line, at]);
    const rows = await run<{ witness: string }>(client, of, [size]);
    if (isEnough(new Set(rows.map(row => row.witness)))) await run(client, raise, [size]);
  });

const largest: Statement = {
  name: 'largest-cosigned',
  text: 'select witness, max(size)::float8 as size from cosignature group by witness',
};

/** The largest checkpoint that each witness cosigned, as far as we were told. */
export const cosignedSizes = (dataSource: DataSource): Promise<Map<string, number>> =>
  withClient(dataSource, async client => {
    const rows = await run<{ witness: string; size: number }>(client, largest, []);
    return new Map(rows.map(({ witness, size }) => [witness, size]));
  });
