// Looking for the server of a home without starting, waiting for or changing anything.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { readPassword } from './password.js';
import { readPidFile } from './pid-file.js';
import { ofFound } from './postmaster.js';
import { identify } from './probe.js';
import { type EmbeddedPostgres, serverOf } from './server.js';

/**
 * The server that serves `home` now; undefined when there is none, or none that takes connections yet. Throws
 * EmbeddedPostgresError when the home has a database and no password for it.
 */
export async function findEmbeddedPostgres(home: string): Promise<EmbeddedPostgres | undefined> {
  const data = dataFolder(home);
  const file = data === undefined ? undefined : readPidFile(data);
  if (!data || !file?.port) return undefined;
  const password = readPassword(home);
  if ((await identify(file.port, password, data)) !== 'ours') return undefined;
  return serverOf({ home, data, password, account: undefined }, ofFound(file.pid, file.port), true);
}

/** The real path of the data folder; undefined when there is none. */
export function dataFolder(home: string): string | undefined {
  try {
    return realpathSync(join(home, 'postgres'));
  } catch {
    return undefined;
  }
}
