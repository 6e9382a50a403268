// The database that a backup is restored into: there, empty, and new enough; or made for it.
import type { Client } from 'pg';
import { isMigrationOfThisRelease } from '#store';
import { serverVersion } from '../backup/dump.js';
import type { Manifest } from '../backup/manifest.js';
import { withOwner, type Installation } from '../installation.js';
import { OperatorError } from '../operator-error.js';

export interface Target {
  /** Of the server's database. */
  name: string;
  /** Made by this command, and removed again when the restoring fails. */
  isNew: boolean;
}

const nameRule = /^[a-z_][a-z0-9_]{0,62}$/;

/** Throws an OperatorError for a backup that this release or this server cannot take, and for a database that is not empty. */
export async function prepareTarget(
  url: string,
  { external }: Installation,
  manifest: Manifest,
  into?: string,
): Promise<Target> {
  if (into !== undefined && !nameRule.test(into))
    throw new OperatorError(
      `“${into}” is no name for a database here: small letters, digits and _, beginning with a letter.`,
    );
  const name = into ?? decodeURIComponent(new URL(url).pathname.slice(1));
  return withOwner(url, { database: 'postgres' }, async client => {
    await checkServer(client, manifest);
    const isThere = await exists(client, name);
    if (isThere && into !== undefined)
      throw new OperatorError(`There is a database ${name} already. Name one that there is not.`);
    if (isThere) await withOwner(url, {}, own => expectEmpty(own, name));
    else if (external && into === undefined)
      throw new OperatorError(`There is no database ${name} on the server. Make it, or have one made: --into ${name}`);
    else await create(client, name);
    return { name, isNew: !isThere };
  });
}

/** Server, release and login, in this order. */
async function checkServer(client: Client, { server, contents, owner }: Manifest): Promise<void> {
  const version = await serverVersion(client);
  const [major, of] = [Number.parseInt(version, 10), Number.parseInt(server, 10)];
  if (major < of)
    throw new OperatorError(
      `The backup is of PostgreSQL ${server}, and this server is ${version}: it needs ${of} or newer.`,
    );
  const unknown = contents.migrations.filter(name => !isMigrationOfThisRelease(name));
  if (unknown.length > 0)
    throw new OperatorError(
      `The backup was made by a newer release of Assent (its migration ${unknown[0]} is not known here). Install that release first.`,
    );
  const { rows } = await client.query<{ me: string }>('select current_user as me');
  const me = rows[0]?.me;
  if (me !== owner)
    throw new OperatorError(
      `The tables of the backup belong to ${owner}, and this login is ${me}. Restore as a login called ${owner}, because the ` +
        `policies of row-level security name it: create role "${owner}" login createrole password '…'`,
    );
}

const exists = async (client: Client, name: string): Promise<boolean> =>
  (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1;

/** Tables, views and sequences; what an extension brought does not count. */
async function expectEmpty(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ n: number; example: string }>(
    `select count(*)::integer as n, min(c.relname) as example from pg_class c join pg_namespace s on s.oid = c.relnamespace
     where s.nspname !~ '^pg_' and s.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  );
  const [found] = rows;
  if (!found?.n) return;
  throw new OperatorError(
    `The database ${name} is not empty (${found.n} tables and the like, ${found.example} among them), and nothing is restored ` +
      'over it. Have a new one made: --into NEW_NAME',
  );
}

async function create(client: Client, name: string): Promise<void> {
  try {
    await client.query(`create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new OperatorError(
      `The login may not make databases. Have a superuser do it (create database ${name} owner …) and give its address.`,
    );
  }
}

/** Leaves nothing of a restoring that failed. A database that was there is empty again: all of it was one transaction. */
export async function discard(url: string, { name, isNew }: Target): Promise<void> {
  if (!isNew) return;
  await withOwner(url, { database: 'postgres' }, client =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)}`),
  );
}
