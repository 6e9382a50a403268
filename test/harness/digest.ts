// What the whole database holds, in one word: to show that a refused command changed nothing at all.
import { createHash } from 'node:crypto';
import type { OwnDatabase } from './database.js';

/** The tables of a database and the digest of each one's rows. Sequences are left out: a number that was skipped is no change. */
export async function digestOfDatabase({ sql }: Pick<OwnDatabase, 'sql'>): Promise<string> {
  const tables = await sql<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, count(*) as rows,
      md5(coalesce(string_agg(md5(r::text), '' order by r::text), '')) as digest from ${name} r`,
  );
  const rows = await sql(parts.join(' union all '));
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
