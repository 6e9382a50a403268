// For root only: a place in the system's state folder for a cluster whose home the server's account cannot reach.
// A refuge is <state folder>/<random>, root's own, with `cluster` (the account's own) and `home`, which names its owner.
import { randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, canReach } from './account.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { removeLeftovers, removeTree, temporaryName } from './leftovers.js';
import { serversIn, stateOf } from './processes.js';

const STATE_FOLDER = process.platform === 'darwin' ? '/var/db/assent' : '/var/lib/assent';
const A_WEEK = 7 * 24 * 3600 * 1000;

/** Written as JSON in a refuge's `home` file. The device tells a removed home from one on a disk that is not mounted now. */
interface Owner {
  readonly home: string;
  readonly device: number;
  /** The process that is making the cluster; absent once `home`/postgres points here. */
  readonly maker?: number;
}

/** The state folder, made when missing. Its mode is set only when it was made here. */
export function stateFolder(account: Account): string {
  try {
    if (mkdirSync(STATE_FOLDER, { recursive: true, mode: 0o755 })) chmodSync(STATE_FOLDER, 0o755);
    if (canReach(account, STATE_FOLDER)) return STATE_FOLDER;
  } catch {
    // told below
  }
  throw new EmbeddedPostgresError(
    `Started as root, the server runs as ${account.name}, which can reach neither this folder nor ${STATE_FOLDER}. ` +
      `Move Assent (and its home) to a folder ${account.name} can enter, or start it as an ordinary user.`,
  );
}

/** Makes an empty refuge for this home and returns the path at which its cluster is to be built. */
export function makeRefuge(home: string, account: Account): string {
  const refuge = join(stateFolder(account), randomBytes(8).toString('hex'));
  const draft = temporaryName(refuge);
  mkdirSync(draft);
  chmodSync(draft, 0o755); // whatever the umask says
  writeOwner(draft, home, process.pid);
  renameSync(draft, refuge);
  return join(refuge, 'cluster');
}

/** Points `home`/postgres at the finished cluster. Fails when something stands there already. */
export function linkRefuge(cluster: string, home: string): void {
  symlinkSync(cluster, join(home, 'postgres'));
  writeOwner(dirname(cluster), home);
}

/**
 * Called when `home`/postgres is a link to `cluster`: a home that was moved takes its refuge along; a home that was copied
 * (its original still stands) must not share one cluster with it.
 */
export function claimRefuge(cluster: string, home: string): void {
  const refuge = dirname(cluster);
  const owner = readOwner(refuge);
  if (!owner || owner.home === home) return;
  if (linksTo(owner.home, cluster) && !isSameFolder(owner.home, home))
    throw new EmbeddedPostgresError(
      `${home} is a copy of ${owner.home}, and its database is still that one's. Use the original, ` +
        `or remove the link ${join(home, 'postgres')} to begin with an empty database.`,
    );
  writeOwner(refuge, home);
}

/** Removes the refuges whose home is gone, and what killed processes left of making one. */
export function sweepRefuges(account: Account): void {
  if (!statSync(STATE_FOLDER, { throwIfNoEntry: false })) return;
  removeLeftovers(STATE_FOLDER);
  for (const name of readdirSync(STATE_FOLDER).filter(name => /^[0-9a-f]{16}$/.test(name))) {
    const refuge = join(STATE_FOLDER, name);
    const owner = readOwner(refuge);
    const cluster = join(refuge, 'cluster');
    if (!owner || linksTo(owner.home, cluster) || !isAbandoned(owner, cluster)) continue;
    // A server still at work in it notices within a minute that its folder is gone, and ends.
    if (serversIn(cluster, account).length > 0 && !isTemporary(owner)) continue;
    removeTree(cluster);
    removeTree(refuge);
  }
}

/**
 * Gone for good, not just out of sight: a home on a disk that is not mounted, or one that was renamed and has not been
 * started since, still owns its data. So outside the temporary folder a week must have passed since the cluster's last use.
 */
function isAbandoned(owner: Owner, cluster: string): boolean {
  if (owner.maker) return stateOf(owner.maker) !== 'living'; // no home ever pointed here
  const lastUse = statSync(join(cluster, 'global', 'pg_control'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (nearestDevice(owner.home) !== owner.device) return false;
  return isTemporary(owner) || Date.now() - lastUse > A_WEEK;
}

function isTemporary(owner: Owner): boolean {
  return owner.home.startsWith(join(tmpdir(), '/')) || owner.home.startsWith('/tmp/');
}

function nearestDevice(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.dev ?? nearestDevice(dirname(path));
}

function linksTo(home: string, cluster: string): boolean {
  const [link, target] = [join(home, 'postgres'), statSync(cluster, { throwIfNoEntry: false })];
  if (!target || !lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  const reached = statSync(link, { throwIfNoEntry: false });
  return reached?.ino === target.ino && reached.dev === target.dev;
}

/** One folder may have two names (a bind mount). */
function isSameFolder(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statSync(other)];
  return a.ino === b.ino && a.dev === b.dev;
}

function writeOwner(refuge: string, home: string, maker?: number): void {
  const owner: Owner = { home, device: statSync(home).dev, maker };
  writeFileSync(join(refuge, 'home'), `${JSON.stringify(owner)}\n`);
}

function readOwner(refuge: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(join(refuge, 'home'), 'utf8')) as Owner;
  } catch {
    return undefined; // not one of ours
  }
}
