// Copies of a proposal's row with some columns changed, as no command makes them: for tests that need many, or odd ones.
import type { OwnDatabase } from './database.js';

/** Each of `changes` names columns and their values. What PostgreSQL works out of a row by itself is left to it. */
export async function copyProposals({ sql }: OwnDatabase, id: string, changes: object[]): Promise<void> {
  const [own] = await sql(`select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
    where attrelid = 'proposal'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`);
  const columns = own!['columns'] as string;
  await sql(
    `insert into proposal (${columns}) select ${columns} from (
      select (jsonb_populate_record(p, change)).* from proposal p, unnest($2::jsonb[]) change where p.id = $1) copied`,
    [id, changes.map(change => JSON.stringify(change))],
  );
}
