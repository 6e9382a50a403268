// A PostgreSQL of this machine's own, with its client programs: for what the embedded one does not bring along. The newest of
// those that are installed; a story that needs one is skipped where there is none, and says so.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { accountForServer, identity } from '../../libs/store/embedded-postgres/account.js';
import { removeTree } from '../../libs/store/embedded-postgres/leftovers.js';
import { eventually, freePort } from '../launcher/product.js';

const folders = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql@*/bin'];
const version = (folder: string): number => Number(/(\d+)\/?[^\d]*$/.exec(folder)?.[1] ?? 0);

/** The folder with both server and client programs; undefined where none is installed. */
export const installed: string | undefined = globSync(folders)
  .filter(folder => ['initdb', 'postgres', 'pg_dump', 'pg_restore'].every(name => existsSync(join(folder, name))))
  .sort((a, b) => version(b) - version(a))[0];

export interface OwnServer {
  programs: string;
  /** The superuser's address of a database. */
  url(database: string, user?: string, password?: string): string;
  sql(database: string, text: string): Promise<Record<string, any>[]>;
  stop(): Promise<void>;
}

export const password = 'canary-2f9c';

export async function startInstalled(programs: string): Promise<OwnServer> {
  const account = accountForServer();
  const home = mkdtempSync(join(tmpdir(), 'assent-story-'));
  chmodSync(home, 0o755);
  if (account) chownSync(home, account.uid, account.gid);
  const [data, port] = [join(home, 'data'), await freePort()];
  const made = spawnSync(
    '/bin/sh',
    [
      '-c',
      `echo ${password} > "$1.password" && exec "$0" -D "$1" -U postgres -A scram-sha-256 --pwfile="$1.password" -E UTF8 --no-locale --no-sync`,
      join(programs, 'initdb'),
      data,
    ],
    { ...identity(account), cwd: '/', encoding: 'utf8', env: { PATH: process.env['PATH'] } },
  );
  if (made.status !== 0) throw new Error(`initdb did not succeed: ${made.stderr}`);
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off' };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...args], {
    ...identity(account),
    cwd: '/',
    stdio: 'ignore',
  });
  const url: OwnServer['url'] = (database, user = 'postgres', secret = password) =>
    `postgres://${user}:${secret}@127.0.0.1:${port}/${database}`;
  await eventually('it takes connections', () => canConnect(url('postgres')));
  return {
    programs,
    url,
    sql: (database, text) => query(url(database), text),
    stop: () => stop(server, home),
  };
}

async function stop(server: ChildProcess, home: string): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
  removeTree(home);
}

async function query(url: string, text: string): Promise<Record<string, any>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, any>[];
  } finally {
    await client.end();
  }
}

const canConnect = (url: string): Promise<boolean> =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  );
