// The cluster of a home: found where it is, or made. A cluster is never seen half made: it is built aside, then put in place.
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, canReach, identity } from './account.js';
import { type Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { removeTree, temporaryName } from './leftovers.js';
import { makePassword, readPassword, withPasswordFor } from './password.js';
import { claimRefuge, linkRefuge, makeRefuge } from './refuge.js';

export interface Cluster {
  readonly home: string;
  /** The real path of the data folder; equal to what the server answers to `show data_directory`. */
  readonly data: string;
  readonly password: string;
  readonly account: Account | undefined;
}

export interface FoundCluster {
  readonly data: string;
  readonly owner: number;
}

/** The cluster that is there. Undefined when there is none, or only the empty folder somebody made for it. */
export function findCluster(home: string): FoundCluster | undefined {
  const place = join(home, 'postgres');
  const entry = lstatSync(place, { throwIfNoEntry: false });
  if (!entry) return undefined;
  if (!statSync(place, { throwIfNoEntry: false }))
    throw new EmbeddedPostgresError(
      `The database of ${home} is gone: ${place} is a link to a folder that does not exist. Restore that folder, ` +
        'or remove the link to begin with an empty database.',
    );
  const data = realpathSync(place);
  if (entry.isSymbolicLink()) claimRefuge(data, home);
  const { uid: owner } = statSync(data);
  const self = process.getuid?.();
  if (self !== 0 && owner !== self)
    throw new EmbeddedPostgresError(
      `The database in ${place} belongs to user ${owner}, and this is user ${self}. Start Assent as that user or as root, ` +
        'or give it another home.',
    );
  return readdirSync(data).length === 0 ? undefined : { data, owner };
}

/** Checks a cluster that was found against the programs that are to serve it. */
export function openCluster(home: string, data: string, account: Account | undefined, binaries: Binaries): Cluster {
  const made = versionOf(data);
  if (made !== binaries.major)
    throw new EmbeddedPostgresError(
      made
        ? `The database in ${data} was made by PostgreSQL ${made}, and the installed programs are ${binaries.major}. ` +
            `Install the earlier release of Assent, or dump the data with it and load them into a new home.`
        : `${data} is no PostgreSQL database, and it is not empty. Move it away, or give Assent another home.`,
    );
  if (!canReach(account, data))
    throw new EmbeddedPostgresError(
      `Started as root, the server runs as ${account?.name}, which can no longer reach ${data}: a folder above it was closed. ` +
        'Open it again for others to enter (chmod o+x), or start Assent as the user that owns the folder.',
    );
  return { home, data, password: readPassword(home), account };
}

function versionOf(data: string): string | undefined {
  try {
    return readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Makes the cluster, or takes the one another process has put in place meanwhile. */
export async function makeCluster(
  home: string,
  account: Account | undefined,
  binaries: Binaries,
  options: { durable: boolean; log: (line: string) => void },
): Promise<Cluster> {
  const place = join(home, 'postgres');
  const away = account && !canReach(account, home);
  const draft = away ? makeRefuge(home, account) : temporaryName(place);
  if (away) options.log(`The server runs as ${account.name}, which cannot enter ${home}; its data go to ${draft}.`);
  try {
    await initialise(draft, makePassword(home), account, binaries, options.durable);
    if (away) linkRefuge(draft, home);
    else renameSync(draft, place);
  } catch (error) {
    removeTree(draft);
    if (away) removeTree(dirname(draft));
    if (!findCluster(home)) throw error;
  }
  return openCluster(home, realpathSync(place), account, binaries);
}

async function initialise(
  data: string,
  password: string,
  account: Account | undefined,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  mkdirSync(data);
  chmodSync(data, 0o700);
  if (account) chownSync(data, account.uid, account.gid);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const fixed = ['--username=postgres', '--auth=scram-sha-256', '--no-instructions', ...(durable ? [] : ['--no-sync'])];
  await withPasswordFor(account, data, password, file =>
    run(binaries.initdb, ['-D', data, `--pwfile=${file}`, ...fixed, ...locale], data, account),
  );
}

/** cwd is the data folder, so that a later start can see that initdb is still at work there after its parent was killed. */
function run(program: string, args: string[], cwd: string, account: Account | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
    const child = spawn(program, args, { ...identity(account), cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', chunk => (said = (said + chunk).slice(-2000)));
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) resolve();
      else
        reject(
          new EmbeddedPostgresError(
            `The database could not be made in ${cwd}: ${said.trim() || `code ${code}`}. ` +
              'Look for room on the disk and for the right to write there, then start again.',
          ),
        );
    });
  });
}
