// The database for one piece of an operator's work: that of DATABASE_URL, or the embedded one, adopted while the product runs, else
// started for the moment.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseRole } from './data-source.js';
import { EmbeddedPostgresError, startEmbeddedPostgres } from './embedded-postgres/index.js';

export interface Where {
  /** An external database; undefined for the embedded one. */
  DATABASE_URL?: string | undefined;
  ASSENT_HOME: string;
}

export async function withDatabase<T>(
  { DATABASE_URL, ASSENT_HOME }: Where,
  role: DatabaseRole,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  if (!DATABASE_URL) expectDatabase(path.resolve(ASSENT_HOME));
  const server = DATABASE_URL ? undefined : await startEmbeddedPostgres({ home: path.resolve(ASSENT_HOME) });
  const url = DATABASE_URL ?? server?.url('assent') ?? '';
  const dataSource = createDataSource({ url, role, poolSize: 4 });
  try {
    await dataSource.initialize();
    return await work(dataSource);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    if (server && !server.adopted) await server.stop();
  }
}

/** A server that is started for a moment would make a database where there is none. Throws an EmbeddedPostgresError. */
export function expectDatabase(home: string): void {
  if (!existsSync(path.join(home, 'postgres', 'PG_VERSION')))
    throw new EmbeddedPostgresError(
      `There is no database in ${home}. Set ASSENT_HOME or DATABASE_URL to the one that is meant.`,
    );
}
