// Backing up an installation, either way.
import { expectDatabase, packCluster } from '#store';
import { findServer, withOwner, withServer, type Installation } from '../installation.js';
import { OperatorError } from '../operator-error.js';
import { sparingly } from '../progress.js';
import { programFolders } from '../programs/find-program.js';
import { describe, dump, findDump } from './dump.js';
import type { Manifest } from './manifest.js';
import { complete, placeFor } from './place.js';

export interface Backup {
  file: string;
  manifest: Manifest;
}

interface Order {
  /** A folder or a file; ASSENT_HOME/backups when not given. */
  to: string | undefined;
  now: Date;
  say: (line: string) => void;
}

/** By pg_dump, while the product runs or not. */
export async function backUp(installation: Installation, { to, now, say }: Order): Promise<Backup> {
  if (!installation.external) expectDatabase(installation.home);
  const { configuration, home } = installation;
  return withServer(installation, url =>
    withOwner(url, { readOnly: true }, async client => {
      const program = await findDump(client, programFolders(configuration.POSTGRES_PROGRAMS));
      const file = placeFor(to, home, now, 'dump');
      say(`Backing up with ${program.path} (${program.version}) …`);
      const told = sparingly(say);
      const manifest = await complete(
        file,
        (part, goOn) => dump(client, { program, url, part, say: told, goOn }),
        told,
      );
      return { file, manifest };
    }),
  );
}

/** The files of the embedded database, while nothing is at work on them. It is started for a moment to see what it holds. */
export async function backUpCold(installation: Installation, { to, now, say }: Order): Promise<Backup> {
  const { home, external } = installation;
  if (external) throw new OperatorError('--cold copies the embedded database, and DATABASE_URL names another one.');
  expectDatabase(home);
  if (await findServer(installation))
    throw new OperatorError(
      `The database of ${home} is running, and a copy of files that change is worth nothing. Stop the product, then try again.`,
    );
  const file = placeFor(to, home, now, 'tar');
  const described = await withServer(installation, url =>
    withOwner(url, { readOnly: true }, client => describe(client, 'cold')),
  );
  say('Copying the data folder …');
  const write = (part: string) => packCluster(home, part).then(() => described);
  return { file, manifest: await complete(file, write, sparingly(say)) };
}
