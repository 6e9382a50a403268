// A checkpoint as it was published, with the lines of those who have cosigned it since.
import type { DataSource } from 'typeorm';
import { run, withClient, type Statement } from '../connection.js';

export interface PublishedCheckpoint {
  /** Entries under it. */
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
  /** The signed note with the lines of those who cosigned it. */
  note: string;
  signedAt: Date;
  /** The lines alone, each with its newline, by witness. */
  cosignatures: string[];
}

const bySize: Statement = {
  name: 'published-checkpoint',
  text: `select c.size::float8 as size, c.root, c.note, c.signed_at as "signedAt",
      array(select s.line from cosignature s where s.size = c.size order by s.witness) as cosignatures
    from checkpoint c where $1::bigint is null or c.size = $1 order by c.size desc limit 1`,
};

/** The newest one where no size is given. Undefined where none was signed, or none over just so many entries. */
export const findCheckpoint = (dataSource: DataSource, size?: number): Promise<PublishedCheckpoint | undefined> =>
  withClient(dataSource, async client => {
    const [row] = await run<PublishedCheckpoint>(client, bySize, [size ?? null]);
    return row && { ...row, note: row.note + row.cosignatures.join('') };
  });
