// The one way in: from a folder to a running server. Each step below is a file of its own.
import { mkdirSync, realpathSync } from 'node:fs';
import { accountForServer } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { type Cluster, findCluster, makeCluster, openCluster } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { launch } from './launch.js';
import { removeLeftovers } from './leftovers.js';
import { preferring } from './port.js';
import { ofFound } from './postmaster.js';
import { stateFolder, sweepRefuges } from './refuge.js';
import { findRunning } from './running.js';
import { lastLines } from './server-log.js';
import { type EmbeddedPostgres, serverOf } from './server.js';
import { pause, SECOND } from './wait.js';

export interface EmbeddedPostgresOptions {
  /** The folder for the cluster (`postgres`), its log and its password. Made when missing. */
  home: string;
  /** Told, in a sentence each, what a person should know. */
  log?: (line: string) => void;
  /** Server settings, passed as `-c key=value`. Port and addresses are not for the caller to choose. */
  settings?: Record<string, string>;
  /** Tried first, so that a server started again after a crash is found where it was. Any free one when it is taken. */
  port?: number;
}

/**
 * Starts (or adopts, if already running for this folder) the server whose cluster lives in `home`/postgres, making the
 * cluster at the first start. After this returns the server takes connections. Throws EmbeddedPostgresError.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    const { cluster, binaries } = await prepare(options);
    return await serve(cluster, binaries, options.settings ?? {}, preferring(options.port));
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(
      `The database in ${options.home} cannot be started: ${(error as Error).message}. ` +
        'Look for room on its disk and for the right to write there, or choose another home.',
      { cause: error },
    );
  }
}

async function prepare(options: EmbeddedPostgresOptions): Promise<{ cluster: Cluster; binaries: Binaries }> {
  const { log = () => undefined, settings = {} } = options;
  mkdirSync(options.home, { recursive: true });
  const home = realpathSync(options.home);
  removeLeftovers(home);
  const found = findCluster(home);
  const account = accountForServer(found?.owner);
  if (account) sweepRefuges(account);
  const binaries = await findBinaries(account, () => (account ? stateFolder(account) : home), log);
  const cluster = found
    ? openCluster(home, found.data, account, binaries)
    : await makeCluster(home, account, binaries, { durable: settings.fsync !== 'off', log });
  return { cluster, binaries };
}

const TRIES = 8;

/** Adopts or launches, again when the port was taken in between or another process was faster. */
export async function serve(
  cluster: Cluster,
  binaries: Binaries,
  settings: Record<string, string>,
  choosePort = preferring(),
): Promise<EmbeddedPostgres> {
  for (let tries = 0; tries < TRIES; tries++) {
    const running = await findRunning(cluster);
    if (running) return serverOf(cluster, ofFound(running.pid, running.port), true);
    const launched = await launch({ cluster, binaries, settings, port: await choosePort() });
    if (typeof launched !== 'string') return serverOf(cluster, launched, false);
    if (launched === 'another was faster') await pause(SECOND / 4);
  }
  throw new EmbeddedPostgresError(
    `The PostgreSQL server for ${cluster.data} did not start in ${TRIES} tries: each time its port was taken or another ` +
      `server was in the way. Start again. ${lastLines(cluster.home)}`,
  );
}
