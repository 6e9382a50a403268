// The installation that a command is about: its home, and its database under the login that owns the tables.
import path from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { readConfiguration, type Configuration, type Environment } from '#configuration';
import { createDataSource, findEmbeddedPostgres, ownerUrl, startEmbeddedPostgres } from '#store';

export interface Installation {
  configuration: Configuration<'operator'>;
  /** Absolute. */
  home: string;
  /** The owner's address of an external database; undefined: the embedded one is used. */
  external?: string;
}

export const embeddedDatabase = 'assent';

/** Throws a ConfigurationError. */
export function findInstallation(environment: Environment): Installation {
  const configuration = readConfiguration('operator', environment);
  const external = configuration.MIGRATION_DATABASE_URL ?? configuration.DATABASE_URL;
  return { configuration, home: path.resolve(configuration.ASSENT_HOME), ...(external ? { external } : {}) };
}

/** The server of the installation: adopted while the product runs, else started for as long as `work` takes. */
export async function withServer<T>({ home, external }: Installation, work: (url: string) => Promise<T>): Promise<T> {
  if (external) return work(external);
  const server = await startEmbeddedPostgres({ home });
  try {
    return await work(server.url(embeddedDatabase));
  } finally {
    if (!server.adopted) await server.stop();
  }
}

/** The address of its database if that is served now; nothing is started for it. */
export async function findServer({ home, external }: Installation): Promise<string | undefined> {
  return external ?? (await findEmbeddedPostgres(home))?.url(embeddedDatabase);
}

/** A session that sees every row, under the login that owns the tables. */
export async function withOwner<T>(
  url: string,
  how: { readOnly?: boolean; database?: string },
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl(url, how),
    application_name: 'assent operator',
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks is told by the query that is under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same as the store reads it, and nothing can be changed through it. */
export async function withStore<T>(url: string, work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const address = ownerUrl(url, { readOnly: true });
  const dataSource = await createDataSource({ url: address, role: 'migrator', poolSize: 1 }).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
