// How a process is connected: one pool, in one of the database's groups, with a bound on every wait.
import { Socket } from 'node:net';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { entities } from './directory/entities.js';

/** The group in which a process works; `migrator` is whoever owns the tables. */
export type DatabaseRole = 'migrator' | 'assent_application' | 'assent_worker' | 'assent_auditor';

export interface ConnectionOptions {
  url: string;
  role: DatabaseRole;
  /** Connections at most. */
  poolSize?: number;
  /** Milliseconds without a word from the database after which a connection counts as lost; 0 for ever. */
  longestSilence?: number;
}

/** Milliseconds; migrations may take as long as they need. */
const bounds = { statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000 };

/** A little more than the longest statement: whoever lives has answered by then, if only that it took too long. */
const silence = 20_000;

/**
 * The bounds above are kept by the database. A network that swallows everything keeps none, and a pool whose connections all wait
 * for an answer that cannot come would serve nobody any more: so a silent connection is broken from this side.
 */
function socketThatGivesUp(longestSilence: number): Socket {
  const socket = new Socket();
  const seconds = longestSilence / 1_000;
  const giveUp = (): unknown =>
    socket.destroy(new Error(`The database was silent for ${seconds} s; the connection is given up.`));
  return socket.setTimeout(longestSilence, giveUp);
}

function sessionSettings(role: DatabaseRole): string {
  const settings = role === 'migrator' ? {} : { role, ...bounds };
  return Object.entries({ timezone: 'UTC', ...settings })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** Not connected yet: call `initialize()`. Migrations are never run by connecting; see migrate.ts. */
export const createDataSource = ({
  url,
  role,
  poolSize = 10,
  longestSilence = role === 'migrator' ? 0 : silence,
}: ConnectionOptions): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsRun: false,
    synchronize: false,
    poolSize,
    applicationName: `assent ${role}`,
    connectTimeoutMS: 10_000,
    extra: { options: sessionSettings(role), stream: () => socketThatGivesUp(longestSilence) },
  });
