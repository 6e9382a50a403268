// Under which account the server runs. PostgreSQL refuses to run as root, so root has to step down to somebody else.
import { spawnSync } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The unprivileged account root hands the server to; an ordinary user has none and runs everything as itself. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

// initdb asks passwd for the name behind its uid, so a free number would not do: the account has to exist.
const CANDIDATES = ['postgres', 'nobody'];

/**
 * Undefined for an ordinary user. For root: the owner of the cluster that is there already, else the first candidate.
 * Throws EmbeddedPostgresError when root finds nobody to step down to.
 */
export function accountForServer(clusterOwner?: number, find = findAccount): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const names = clusterOwner ? [String(clusterOwner), ...CANDIDATES] : CANDIDATES;
  for (const name of names) {
    const account = find(name);
    if (account && account.uid !== 0) return account;
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL refuses to run as root, and this system has no account called ${CANDIDATES.join(' or ')}. ` +
      'Make one (useradd --system postgres), or start Assent as an ordinary user.',
  );
}

/** Looks an account up by name or number; `id` rather than /etc/passwd, because accounts may come from a directory. */
function findAccount(nameOrUid: string): Account | undefined {
  const ask = (what: string) => spawnSync('id', [what, nameOrUid], { encoding: 'utf8' });
  const [uid, gid, name] = [ask('-u'), ask('-g'), ask('-un')];
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { name: name.stdout.trim(), uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** What `spawn` needs to run a child as this account. */
export function identity(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Whether the account can stand in this folder. It is tried, not computed: access lists and mounts have their say too. */
export function canReach(account: Account | undefined, folder: string): boolean {
  if (!account) return true;
  const child = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...identity(account),
    cwd: '/',
    stdio: 'ignore',
  });
  return child.status === 0;
}
