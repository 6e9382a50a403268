// On a server that has no groups yet, several databases are migrated for the first time at the same moment.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { migrateUp, startEmbeddedPostgres, type EmbeddedPostgres } from '#store';
import { FAST, makeFolder, removeHome } from '../postgres/story-tools.js';

jest.setTimeout(120_000);

const names = ['one', 'two', 'three', 'four', 'five', 'six'];
let home: string;
let server: EmbeddedPostgres;
beforeAll(async () => {
  home = makeFolder();
  server = await startEmbeddedPostgres({ home, settings: FAST });
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  for (const name of names) await client.query(`create database ${name}`);
  await client.end();
});
afterAll(async () => {
  await server.stop();
  await removeHome(home);
});

it('each is migrated, and the groups are made once', async () => {
  const done = await Promise.allSettled(names.map(name => migrateUp(server.url(name))));
  expect(done.map(each => (each.status === 'fulfilled' ? each.value.length : String(each.reason)))).toEqual(
    names.map(() => expect.any(Number)),
  );
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  const { rows } = await client.query(`select rolname from pg_roles where rolname like 'assent%' order by 1`);
  await client.end();
  expect(rows.map(({ rolname }) => rolname as string)).toEqual([
    'assent_application',
    'assent_auditor',
    'assent_worker',
  ]);
});
