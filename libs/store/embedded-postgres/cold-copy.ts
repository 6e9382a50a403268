// A home's database as one file and back again, while no server is at work on it: the data folder and the passwords to it.
// What lies beside them in a home (logs, demonstration tokens) stays there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, accountForServer, canReach } from './account.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { dataFolder } from './find-embedded-postgres.js';
import { findCluster } from './cluster.js';
import { removeTree, temporaryName } from './leftovers.js';
import { serversIn } from './processes.js';
import { linkRefuge, makeRefuge } from './refuge.js';

const passwords = ['postgres-password', 'database-logins.json'];

/**
 * Writes a tar of the home's database to `file`, which is there already, empty, with the mode it shall have. Throws
 * EmbeddedPostgresError when a server is at work on it, also when one began before the copy was complete.
 */
export async function packCluster(home: string, file: string): Promise<void> {
  const data = dataFolder(home);
  if (!data) throw new EmbeddedPostgresError(`There is no database in ${home}.`);
  expectNoServer(data);
  const members = ['postgres', ...passwords.filter(name => existsSync(join(home, name)))];
  // The data folder may be a link (a refuge): what it points to is copied. The pid file of a killed server is not.
  await tar(['-c', '-h', '--exclude', 'postgres/postmaster.pid', '-f', file, '-C', home, ...members]);
  expectNoServer(data);
}

function expectNoServer(data: string): void {
  // Whoever serves this folder, it is at work: the account to ask as is that of the folder's owner.
  const servers = serversIn(data, accountForServer());
  if (servers.length === 0) return;
  throw new EmbeddedPostgresError(
    `A server (process ${servers[0]}) is at work on ${data}, and a copy of files that change is worth nothing. ` +
      'Stop the product and try again.',
  );
}

/** Puts a tar made by `packCluster` into a home that has no database. Throws EmbeddedPostgresError, and then leaves none. */
export async function unpackCluster(file: string, home: string): Promise<void> {
  mkdirSync(home, { recursive: true });
  const place = realpathSync(home);
  if (findCluster(place))
    throw new EmbeddedPostgresError(
      `There is a database in ${place} already. Restore into another home: ASSENT_HOME=FOLDER npm run restore -- ${file}`,
    );
  const account = accountForServer();
  const draft = temporaryName(join(place, 'restored'));
  mkdirSync(draft, { mode: 0o700 });
  try {
    await tar(['-x', '-f', realpathSync(file), '-C', draft]);
    for (const name of passwords.filter(each => existsSync(join(draft, each))))
      renameSync(join(draft, name), join(place, name));
    await settle(join(draft, 'postgres'), place, account);
  } finally {
    removeTree(draft);
  }
}

/** The data folder goes where the server's account can reach it, and belongs to it. */
async function settle(data: string, home: string, account: Account | undefined): Promise<void> {
  chmodSync(data, 0o700);
  if (account) await run('chown', ['-R', '-h', `${account.uid}:${account.gid}`, data]);
  if (!account || canReach(account, home)) return renameSync(data, join(home, 'postgres'));
  const refuge = makeRefuge(home, account);
  await run('mv', [data, refuge]); // perhaps to another disk, which a rename does not cross
  linkRefuge(refuge, home);
}

const tar = (args: string[]): Promise<void> => run('tar', args);

async function run(program: string, args: string[]): Promise<void> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-1000)));
  const [code] = (await once(child, 'close').catch((error: Error) => [error.message])) as [number | string];
  if (code !== 0) throw new EmbeddedPostgresError(`\`${program}\` did not succeed: ${said.trim() || code}.`);
}
