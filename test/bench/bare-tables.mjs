// The tables of the bare transaction: the product's own in shape, checks and indexes, beside them in a schema `bench`.
import { withDatabase } from './database.mjs';

const tables = ['proposal', 'ledger_entry', 'outbox', 'command_receipt'];

/** The bare transaction fills what it needs, so a column that the product adds later does not concern it. */
const optional = `
  do $$ declare each record; begin
    for each in select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'bench'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attnotnull
        and a.attidentity = '' and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary
          and a.attnum = any (i.indkey))
    loop execute format('alter table bench.%I alter %I drop not null', each.relname, each.attname); end loop;
  end $$`;

/** Makes them empty. `url` is the superuser's. */
export const makeBareTables = url =>
  withDatabase(url, async client => {
    await client.query('drop schema if exists bench cascade; create schema bench');
    for (const table of tables) await client.query(`create table bench.${table} (like public.${table} including all)`);
    await client.query(optional);
  });
