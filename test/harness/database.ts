// A database of one's own: copied from the migrated template, or empty, and dropped afterwards. Suites never meet.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { templateName, urlOf } from '../postgres/template.js';

export type Row = Record<string, any>;

export interface OwnDatabase {
  name: string;
  /** As the superuser, who owns the tables. */
  url: string;
  /** One statement as the superuser. */
  sql<R extends Row = Row>(text: string, values?: unknown[]): Promise<R[]>;
  drop(): Promise<void>;
}

const superuserUrl = (): string => {
  const url = process.env['ASSENT_TEST_POSTGRES'];
  if (!url) throw new Error('ASSENT_TEST_POSTGRES is not set: the global set-up of the tests did not run.');
  return url;
};

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl() });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

export async function createOwnDatabase(from: 'template' | 'nothing' = 'template'): Promise<OwnDatabase> {
  const name = `assent_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${from === 'template' ? templateName : 'template0'}`);
  const url = urlOf(superuserUrl(), name);
  const pool = new pg.Pool({ connectionString: url, max: 2, options: '-c timezone=UTC' });
  let isDropping = false;
  // Dropping by force may end a connection a moment before it has said goodbye itself; at any other time it is an error.
  pool.on('error', error => {
    if (!isDropping) throw error;
  });
  return {
    name,
    url,
    sql: async <R extends Row>(text: string, values: unknown[] = []) => (await pool.query<R>(text, values)).rows,
    drop: async () => {
      isDropping = true;
      await pool.end();
      await onServer(`drop database if exists ${name} with (force)`);
    },
  };
}
