// What the whole database holds, table by table: to show that a refused command changed nothing at all, or what it changed.
import { createHash } from 'node:crypto';
import type { OwnDatabase } from './database.js';

/** By the name of a table: how many rows it has, and the digest of them. */
export type TableDigests = Record<string, string>;

/** Sequences are left out: a number that was skipped is no change. */
export async function digestTables({ sql }: Pick<OwnDatabase, 'sql'>): Promise<TableDigests> {
  const tables = await sql<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, count(*) || ' rows, ' ||
      md5(coalesce(string_agg(md5(r::text), '' order by r::text), '')) as digest from ${name} r`,
  );
  const rows = await sql<{ name: string; digest: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/** The same in one word. */
export async function digestOfDatabase(database: Pick<OwnDatabase, 'sql'>): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify(await digestTables(database)))
    .digest('hex');
}
