// Migrations: down to nothing and up again leave the same schema; several processes may migrate at once, one database or many.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource, migrateDown, migrateUp, pendingMigrations } from '#store';
import { migrations } from '../../migrations/index.js';
import { createOwnDatabase, type OwnDatabase } from '../harness/index.js';

let database: OwnDatabase;
beforeAll(async () => void (database = await createOwnDatabase('nothing')));
afterAll(() => database.drop());

const names = migrations.map(migration => new migration().name);

/** Everything that a migration can leave behind: columns, constraints, indexes, functions, triggers, grants, comments, sequences. */
const queries = {
  columns: `select table_name, column_name, data_type, udt_name, is_nullable, column_default, collation_name, is_identity
    from information_schema.columns where table_schema = 'public' order by 1, 2`,
  constraints: `select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as says from pg_constraint
    where connamespace = 'public'::regnamespace order by 1, 2`,
  indexes: `select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
  functions: `select p.oid::regprocedure::text as name, md5(pg_get_functiondef(p.oid)) as body, proacl::text from pg_proc p
    where pronamespace = 'public'::regnamespace and prokind = 'f'
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`,
  triggers: `select tgrelid::regclass::text as of, tgname, pg_get_triggerdef(oid) as says from pg_trigger where not tgisinternal order by 1, 2`,
  grants: `select table_name, grantee, privilege_type from information_schema.role_table_grants where table_schema = 'public' order by 1, 2, 3`,
  columnGrants: `select table_name, column_name, grantee, privilege_type from information_schema.column_privileges
    where table_schema = 'public' order by 1, 2, 3, 4`,
  comments: `select objoid::regclass::text as of, (select attname from pg_attribute where attrelid = objoid and attnum = objsubid) as on,
    description from pg_description where classoid = 'pg_class'::regclass and objoid in (select oid from pg_class where relnamespace = 'public'::regnamespace) order by 1, 2`,
  sequences: `select sequencename, data_type from pg_sequences where schemaname = 'public' order by 1`,
  extensions: 'select extname from pg_extension order by 1',
  schema: `select nspacl::text from pg_namespace where nspname = 'public'`,
};

async function schema({ sql }: OwnDatabase): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(queries)) found[name] = await sql(text);
  return found;
}

describe('Migrations', () => {
  let first: Record<string, unknown>;

  it('run in their order, and a second run has nothing to do', async () => {
    expect(await migrateUp(database.url)).toEqual(names);
    expect(await migrateUp(database.url)).toEqual([]);
    first = await schema(database);
    expect((first['columns'] as unknown[]).length).toBeGreaterThan(60);
  });

  it('go down by any number, newest first, and up again to the same schema', async () => {
    for (const count of names.map((_, index) => index + 1)) {
      expect(await migrateDown(database.url, count)).toEqual([...names].reverse().slice(0, count));
      expect(await migrateUp(database.url)).toEqual(names.slice(-count));
      expect([count, await schema(database)]).toEqual([count, first]);
    }
    await migrateDown(database.url, names.length);
  });

  it('taken back altogether leave nothing, and taken back again do nothing', async () => {
    const tables = await database.sql(`select tablename from pg_tables where schemaname = 'public' order by 1`);
    expect(tables).toEqual([{ tablename: 'migrations' }]);
    for (const kind of ['functions', 'triggers', 'extensions'] as const)
      expect([kind, await database.sql(queries[kind])]).toEqual([
        kind,
        kind === 'extensions' ? [{ extname: 'plpgsql' }] : [],
      ]);
    expect(
      await database.sql(
        `select grantee, table_name from information_schema.role_table_grants where grantee like 'assent%'`,
      ),
    ).toEqual([]);
    expect(await migrateDown(database.url)).toEqual([]);
  });

  it('up once more, all at once, make the same schema', async () => {
    expect(await migrateUp(database.url)).toEqual(names);
    expect(await schema(database)).toEqual(first);
  });

  it('go down together as far as asked', async () => {
    expect(await migrateDown(database.url, 2)).toEqual([...names].reverse().slice(0, 2));
    const dataSource = await createDataSource({ url: database.url, role: 'migrator', poolSize: 1 }).initialize();
    expect(await pendingMigrations(dataSource)).toEqual(names.slice(-2));
    await dataSource.destroy();
    expect(await migrateDown(database.url, 99)).toHaveLength(names.length - 2);
  });

  it('by four processes at once are run once, in order, and the others find them done', async () => {
    const done = await Promise.all([1, 2, 3, 4].map(() => migrateUp(database.url)));
    expect(done.filter(each => each.length > 0)).toEqual([names]);
    expect(await schema(database)).toEqual(first);
  });
});
