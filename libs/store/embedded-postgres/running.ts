// Is a server at work on this cluster? Answers with the one to adopt, or with certainty that there is none and that a new
// one may start. Two servers on one cluster would destroy it: in doubt this refuses.
import { type Cluster } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { type PidFile, readPidFile, removePidFile } from './pid-file.js';
import { identify } from './probe.js';
import { serversIn, signal, stateOf } from './processes.js';
import { lastLines } from './server-log.js';
import { SECOND, waitUntil } from './wait.js';

/** Recovery after a crash may take long; a server that is busy with it is waited for. */
export const STARTING = 120 * SECOND;
const FAREWELL = 2 * SECOND;
const LAST_FAREWELL = 20 * SECOND;

export interface Found {
  readonly pid: number;
  readonly port: number;
}

/** The running server of this cluster; waits for one that is still starting or stopping. Undefined: start a new one. */
export async function findRunning(cluster: Cluster): Promise<Found | undefined> {
  const deadline = performance.now() + STARTING;
  for (;;) {
    const file = readPidFile(cluster.data);
    if (!file) return undefined;
    if (isStale(cluster, file)) {
      await clear(cluster, file);
      return undefined;
    }
    const found = await ask(cluster, file);
    if (found) return found;
    if (performance.now() > deadline) throw unresponsive(cluster, file);
    await waitUntil(() => readPidFile(cluster.data)?.text !== file.text || hasDied(file), SECOND / 2);
  }
}

/** Dead, a zombie, or its number now belongs to a process that does not stand in our folder (a reboot, a new container). */
function isStale(cluster: Cluster, file: PidFile): boolean {
  if (hasDied(file)) return true;
  return serversIn(cluster.data, cluster.account, file.pid || undefined).length === 0;
}

function hasDied(file: PidFile): boolean {
  return file.pid > 0 && stateOf(file.pid) !== 'living';
}

async function ask(cluster: Cluster, file: PidFile): Promise<Found | undefined> {
  if (!file.port || file.status !== 'ready') return undefined;
  const identity = await identify(file.port, cluster.password, cluster.data);
  if (identity === 'wrong password') throw wrongPassword(cluster);
  return identity === 'ours' ? { pid: file.pid, port: file.port } : undefined;
}

/**
 * Children of a killed server end by themselves, but one deep in a query may be slow to notice; until then it may still write,
 * and PostgreSQL's own check for that is skipped when we remove the file. So nobody may be left in the folder.
 */
async function clear(cluster: Cluster, file: PidFile): Promise<void> {
  const remaining = () => serversIn(cluster.data, cluster.account).filter(pid => stateOf(pid) === 'living');
  const allGone = () => remaining().length === 0;
  if (!(await waitUntil(allGone, FAREWELL, 50))) {
    for (const pid of remaining()) signal(pid, 'SIGQUIT');
    if (!(await waitUntil(allGone, LAST_FAREWELL, 100)))
      throw new EmbeddedPostgresError(
        `The former server of ${cluster.data} is gone, but processes of it are still at work: ${remaining().join(', ')}. ` +
          `End them (kill -QUIT ${remaining().join(' ')}) and start again. ${lastLines(cluster.home)}`,
      );
  }
  // A dead server's file PostgreSQL removes itself, after checks of its own; it trips over a number still in use, or none.
  if (!file.pid || stateOf(file.pid) !== 'gone') removePidFile(cluster.data, file);
}

export function wrongPassword(cluster: Cluster): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The server of ${cluster.data} does not accept the password in ${cluster.home}/postgres-password. ` +
      'Put the original file back, or remove the cluster to begin with an empty database.',
  );
}

function unresponsive(cluster: Cluster, file: PidFile): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `A server (process ${file.pid}, ${file.status || 'starting'}) is at work on ${cluster.data}, but has not become ready in ` +
      `${STARTING / SECOND} seconds. Give it more time and start again; if it hangs, end it (kill -QUIT ${file.pid}). ` +
      lastLines(cluster.home),
  );
}
