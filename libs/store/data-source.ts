// How a process is connected: one pool, in one of the database's groups, with a bound on every wait.
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
}

/** Milliseconds; migrations may take as long as they need. */
const bounds = { statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000 };

function sessionSettings(role: DatabaseRole): string {
  const settings = role === 'migrator' ? {} : { role, ...bounds };
  return Object.entries({ timezone: 'UTC', ...settings })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** Not connected yet: call `initialize()`. Migrations are never run by connecting; see migrate.ts. */
export const createDataSource = ({ url, role, poolSize = 10 }: ConnectionOptions): DataSource =>
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
    extra: { options: sessionSettings(role) },
  });
