// A backup by pg_dump: the whole database as it was at one moment, while the product goes on working.
import { statSync } from 'node:fs';
import type { Client } from 'pg';
import { readContents } from '#store';
import { OperatorError } from '../operator-error.js';
import { size } from '../progress.js';
import { connectionEnvironment } from '../programs/connection.js';
import { findPrograms, fitting, missing, type Program } from '../programs/find-program.js';
import { runProgram } from '../programs/run-program.js';
import { productVersion } from './manifest.js';
import type { Described } from './place.js';

/** The pg_dump for the server at the other end. Throws an OperatorError that says what is missing, before anything is written. */
export async function findDump(client: Client, folders: readonly string[]): Promise<Program> {
  const major = Number.parseInt(await serverVersion(client), 10);
  const found = findPrograms('pg_dump', folders);
  const program = fitting(found, major);
  if (program) return program;
  throw new OperatorError(
    `${missing('pg_dump', found, major)}\nNothing was backed up. Without it, the embedded database can be copied while the ` +
      'product is stopped: npm run backup -- --cold',
  );
}

interface Dumping {
  program: Program;
  url: string;
  part: string;
  say: (line: string) => void;
  /** Throws when it is not to go on. */
  goOn: () => void;
}

/** `client` keeps the snapshot that the dump is made of, so that the manifest counts exactly what is in it. */
export async function dump(client: Client, { program, url, part, say, goOn }: Dumping): Promise<Described> {
  await client.query('set idle_in_transaction_session_timeout = 0');
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
  const described = await describe(client, 'dump');
  const told = setInterval(() => say(`${size(statSync(part).size)} written …`), 1_000);
  try {
    // Row-level security is left on: an owner who is subject to it sees every row by our options, and is told if not.
    const how = ['--format=custom', '--enable-row-security', '--no-password', '--lock-wait-timeout=30s'];
    goOn(); // from here on the program hears for itself that it is to end
    const what = [`--snapshot=${rows[0]?.snapshot}`, `--file=${part}`];
    await runProgram(program, [...how, ...what], connectionEnvironment(url, process.env));
  } finally {
    clearInterval(told);
  }
  await client.query('commit');
  return described;
}

/** What the database is and holds, as this session sees it. Throws an OperatorError for a login that does not see it all. */
export async function describe(client: Client, kind: 'dump' | 'cold'): Promise<Described> {
  const { rows } = await client.query<{ owner: string; me: string; super: boolean }>(
    `select tableowner as owner, current_user as me, (select rolsuper from pg_roles where rolname = current_user) as super
     from pg_tables where schemaname = 'public' and tablename = 'ledger_entry'`,
  );
  const [table] = rows;
  if (!table)
    throw new OperatorError(
      'This database holds no Assent: it has no table ledger_entry. There is nothing to back up.',
    );
  if (table.owner !== table.me && !table.super)
    throw new OperatorError(
      `The tables belong to ${table.owner}, and ${table.me} does not see all that is in them. Give the owner’s address in ` +
        'MIGRATION_DATABASE_URL.',
    );
  const [server, contents] = [await serverVersion(client), await readContents(client)];
  return {
    kind,
    madeAt: new Date().toISOString(),
    assent: productVersion(),
    server,
    owner: table.owner,
    leavesOut,
    contents,
  };
}

const leavesOut = [
  'The signer’s folder (SIGNER_HOME): its key, and what it signed last. Restored together with a database, the latter could no longer ' +
    'show that sealed history is missing.',
  'Logins of the server, and access tokens: of those it has hashes only.',
];

export async function serverVersion(client: Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return /^[\d.]+/.exec(rows[0]?.server_version ?? '')?.[0] ?? '';
}
