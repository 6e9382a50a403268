// Where the migrated template database of the test run is made, once, before the first test. Every suite copies it.
import pg from 'pg';
import { migrateUp } from '../../libs/store/migrate.js';

export const templateName = 'assent_template';

/** The address of another database of the same server. */
export function urlOf(superuserUrl: string, database: string): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Called by the global set-up with the address of a superuser's `postgres` database. Nobody connects to the template after. */
export async function prepareTemplate(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${templateName} with (force)`);
    await client.query(`create database ${templateName}`);
  } finally {
    await client.end();
  }
  await migrateUp(urlOf(superuserUrl, templateName));
}
