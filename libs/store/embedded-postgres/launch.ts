// Starting the server program and waiting until it takes connections.
import { type ChildProcess, spawn } from 'node:child_process';
import { identity } from './account.js';
import { type Binaries } from './binaries.js';
import { type Cluster } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { readPidFile } from './pid-file.js';
import { identify } from './probe.js';
import { STARTING, wrongPassword } from './running.js';
import { lastLines, openServerLog } from './server-log.js';
import { type Postmaster, ofChild } from './postmaster.js';
import { SECOND, waitUntil } from './wait.js';

/** A failed launch that is worth another try: somebody took the port, or another process started this cluster's server. */
export type Launched = Postmaster | 'port taken' | 'another was faster';

export interface Launch {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly port: number;
  readonly settings: Record<string, string>;
}

export async function launch(order: Launch): Promise<Launched> {
  const { cluster, port } = order;
  const output = openServerLog(cluster.home);
  const child = spawnServer(order, output.descriptor);
  output.close();
  const postmaster = ofChild(child, port);
  let ended = false;
  void postmaster.ended.then(() => (ended = true));
  const isReady = () => {
    const file = readPidFile(cluster.data);
    return file?.pid === child.pid && file?.status === 'ready';
  };
  if (!(await waitUntil(() => ended || isReady(), STARTING))) throw tooSlow(cluster, child.pid);
  if (ended) return explain(order, await postmaster.ended, output.written());
  return confirm(cluster, postmaster);
}

/**
 * A session of its own (detached), so that Ctrl-C in the terminal reaches us and not the server: we then stop it in order.
 * Its file handles are the log's, so it lives on when we are killed. Not through pg_ctl, which would hide how it ends.
 */
function spawnServer({ cluster, binaries, port, settings }: Launch, log: number): ChildProcess {
  const all = { ...DEFAULTS, ...settings, ...FIXED, port: `${port}` };
  const options = Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', cluster.data, ...options], {
    ...identity(cluster.account),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, // PGPORT, PGOPTIONS and the like of our own are not for it
  });
  child.unref();
  return child;
}

// Statements and the details of a refused row may hold personal text, and a log cannot be erased selectively.
const DEFAULTS = { max_connections: '100', log_min_error_statement: 'panic', log_error_verbosity: 'terse' };
const FIXED = { listen_addresses: '127.0.0.1', unix_socket_directories: '', logging_collector: 'off' };

async function confirm(cluster: Cluster, postmaster: Postmaster): Promise<Postmaster> {
  const answer = await identify(postmaster.port, cluster.password, cluster.data);
  if (answer === 'ours') return postmaster;
  await postmaster.stop();
  if (answer === 'wrong password') throw wrongPassword(cluster);
  throw new EmbeddedPostgresError(
    `The server of ${cluster.data} started on port ${postmaster.port} and then could not be talked to (${answer}). ` +
      `Does a firewall close 127.0.0.1? ${lastLines(cluster.home)}`,
  );
}

/** Told by the log, in English because of LC_ALL=C; the exit code is 1 for everything. */
function explain({ cluster }: Launch, why: string, said: string): Launched {
  if (/could not (bind|create any TCP)/.test(said)) return 'port taken';
  if (/lock file "postmaster.pid"|pre-existing shared memory block/.test(said)) return 'another was faster';
  throw new EmbeddedPostgresError(
    `The PostgreSQL server for ${cluster.data} did not start: it ${why}. Put right what its log names, ` +
      `then start again. ${lastLines(cluster.home)}`,
  );
}

function tooSlow(cluster: Cluster, pid: number | undefined): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The PostgreSQL server (process ${pid}) for ${cluster.data} has not become ready in ${STARTING / SECOND} seconds. It goes on ` +
      `trying, after a crash perhaps with a long recovery: start Assent again later. ${lastLines(cluster.home)}`,
  );
}
