// The tables of the bare transaction: the product's own in shape, checks and indexes, beside them in a schema `bench`.
import pg from 'pg';

const tables = ['proposal', 'ledger_entry', 'outbox', 'command_receipt'];

/** Makes them empty. `url` is the superuser's. */
export async function makeBareTables(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('drop schema if exists bench cascade; create schema bench');
    for (const table of tables) await client.query(`create table bench.${table} (like public.${table} including all)`);
  } finally {
    await client.end();
  }
}
