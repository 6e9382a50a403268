// Migrations: run by name in production, by themselves in the embedded default. Two processes may try at once; one waits.
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';

const migrationLock = 0x41535345;

/** Brings the database up to date and returns the names of what was run. */
export const migrateUp = (url: string): Promise<string[]> =>
  withMigrator(url, async dataSource =>
    (await dataSource.runMigrations({ transaction: 'each' })).map(({ name }) => name),
  );

/** Takes the last `steps` migrations back, newest first, and returns their names. */
export const migrateDown = (url: string, steps = 1): Promise<string[]> =>
  withMigrator(url, async dataSource => {
    const names: string[] = [];
    for (let step = 0; step < steps; step += 1) {
      const before = await executed(dataSource);
      const last = before.at(-1);
      if (last === undefined) break;
      await dataSource.undoLastMigration({ transaction: 'each' });
      names.push(last);
    }
    return names;
  });

/** Names of migrations that this release has and the database has not. Empty: it is up to date. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const done = new Set(await executed(dataSource));
  return dataSource.migrations.map(({ name }) => name ?? '').filter(name => !done.has(name));
}

async function executed(dataSource: DataSource): Promise<string[]> {
  const [table] = await dataSource.query<{ found: string | null }[]>(`select to_regclass('migrations') as found`);
  if (!table?.found) return [];
  const rows = await dataSource.query<{ name: string }[]>('select name from migrations order by id');
  return rows.map(({ name }) => name);
}

async function withMigrator<T>(url: string, work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const dataSource = await createDataSource({ url, role: 'migrator', poolSize: 2 }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    return await work(dataSource);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [migrationLock]);
    await lock.release();
    await dataSource.destroy();
  }
}
