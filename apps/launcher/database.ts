// The database that the product runs on: the embedded one under ASSENT_HOME, with logins of its own, or DATABASE_URL.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrateUp, startEmbeddedPostgres, type EmbeddedPostgres } from '#store';
import { tell } from '#telemetry';

export interface Database {
  /** Whose tables they are: migrations run under this address. */
  migratorUrl: string;
  apiUrl: string;
  workerUrl: string;
  /** Null for an external database, which is somebody else's to start and stop. */
  server: EmbeddedPostgres | null;
}

const databaseName = 'assent';
const logins = { assent_api: 'assent_application', assent_worker_login: 'assent_worker' } as const;
type Login = keyof typeof logins;

/** Starts or adopts the server, migrates, and makes sure that api and worker have logins that may do their work and no more. */
export async function openEmbedded(home: string, log: (line: string) => void, port?: number): Promise<Database> {
  mkdirSync(home, { recursive: true });
  const server = await startEmbeddedPostgres({ home, log, ...(port ? { port } : {}) });
  await createDatabase(server.url('postgres'));
  const migratorUrl = server.url(databaseName);
  const done = await migrateUp(migratorUrl);
  if (done.length > 0) tell('database-migrated', { steps: done.length });
  const passwords = readPasswords(home);
  await createLogins(migratorUrl, passwords);
  return {
    migratorUrl,
    apiUrl: server.url(databaseName, 'assent_api', passwords.assent_api),
    workerUrl: server.url(databaseName, 'assent_worker_login', passwords.assent_worker_login),
    server,
  };
}

export const openExternal = (url: string): Database => ({
  migratorUrl: url,
  apiUrl: url,
  workerUrl: url,
  server: null,
});

async function withSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const duplicateDatabase = '42P04';
const uniqueViolation = '23505';

const createDatabase = (url: string): Promise<void> =>
  withSuperuser(url, async client => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount) return;
    try {
      await client.query(`create database ${databaseName}`);
    } catch (error) {
      // Another first start of this home made it in between.
      const { code } = error as { code?: string };
      if (code !== duplicateDatabase && code !== uniqueViolation) throw error;
    }
  });

const createLogins = (url: string, passwords: Record<Login, string>): Promise<void> =>
  withSuperuser(url, async client => {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('assent logins'))`);
    for (const [login, group] of Object.entries(logins) as [Login, string][]) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login]);
      const verb = rowCount ? 'alter' : 'create';
      await client.query(
        `${verb} role ${login} login nosuperuser nobypassrls password ${client.escapeLiteral(passwords[login])}`,
      );
      await client.query(`grant ${group} to ${login}`);
    }
    await client.query('commit');
  });

/** Random, made once, readable by their owner only. Two first starts at once: whoever writes first is read by both. */
function readPasswords(home: string): Record<Login, string> {
  const file = path.join(home, 'database-logins.json');
  if (!existsSync(file)) {
    const made = Object.keys(logins).map(login => [login, randomBytes(24).toString('base64url')]);
    try {
      writeFileSync(file, `${JSON.stringify(Object.fromEntries(made))}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Record<Login, string>;
}
