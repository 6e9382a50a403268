// What the release says its migrations make is what they make, on every server; and whatever takes a guard away is named.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { compareSchema, migrateUp, type SchemaDifferences } from '#store';
import { createOwnDatabase, type OwnDatabase } from '../harness/index.js';
import { installed, password, startInstalled } from './backup-server.js';

let database: OwnDatabase;
beforeAll(async () => {
  database = await createOwnDatabase();
});
afterAll(() => database.drop());

const nothing = { missing: [], changed: [], foreign: [] };

async function differences(url = database.url): Promise<SchemaDifferences> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return compareSchema(client).finally(() => client.end());
}

describe('A database that was just migrated', () => {
  it('is as libs/store/upkeep/made-schema.ts says (npm run generate:schema writes it)', async () => {
    const found = await differences();
    expect(found).toMatchObject(nothing);
    expect(found.objects).toBeGreaterThan(100);
  });

  (installed ? it : it.skip)(
    'is so on the server that is installed here, under an owner who is no superuser',
    async () => {
      const server = await startInstalled(installed!);
      try {
        await server.sql('postgres', `create role the_owner login createrole password '${password}'`);
        await server.sql('postgres', 'create database assent owner the_owner');
        const url = server.url('assent', 'the_owner');
        await server.sql('assent', 'create extension btree_gist');
        await migrateUp(url);
        expect(await differences(url)).toMatchObject(nothing);
      } finally {
        await server.stop();
      }
    },
  );
});

describe('It names', () => {
  it.each([
    ['create policy also on proposal to assent_application using (true)', 'foreign', 'policy also on proposal'],
    ['drop policy own_acts on entry_words', 'missing', 'policy own_acts on entry_words'],
    ['alter policy working on proposal to public', 'changed', 'policy working on proposal'],
    ['alter policy involved on sign_off_act using (true)', 'changed', 'policy involved on sign_off_act'],
    [
      'create or replace function scope_sees_all() returns boolean language sql stable return true',
      'changed',
      'function scope_sees_all()',
    ],
    [
      'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$',
      'changed',
      'function refuse_change()',
    ],
    [
      `create or replace function scope_leads() returns uuid[] language sql stable
        return coalesce(nullif(current_setting('assent.leads', true), '')::uuid[], '{01234567-89ab-7def-8123-456789abcdef}')`,
      'changed',
      'function scope_leads()',
    ],
    ['alter function held_roles security definer', 'changed', 'function held_roles(person uuid)'],
    ['alter table ledger_entry disable trigger append_only', 'changed', 'trigger append_only on ledger_entry'],
    ['create rule quietly as on insert to outbox do instead nothing', 'foreign', 'rule quietly on outbox'],
    [
      'alter table sign_off_act drop constraint one_part_a_person',
      'missing',
      'constraint one_part_a_person on sign_off_act',
    ],
    ['drop index purpose_or_proportionality', 'missing', 'unique index purpose_or_proportionality on sign_off_act'],
    ['grant update on entry_words to assent_application', 'changed', 'grants on entry_words to assent_application'],
    ['grant delete on proposal to assent_application', 'changed', 'grants on proposal to assent_application'],
    [
      'grant update on command_receipt to assent_application',
      'changed',
      'grants on command_receipt to assent_application',
    ],
    ['revoke insert on outbox from assent_application', 'missing', 'grants on outbox to assent_application'],
    ['grant update (words) on entry_words to public', 'foreign', 'grants on columns of entry_words to public'],
    ['grant create on schema public to public', 'changed', 'grants on the schema to public'],
    ['alter table outbox owner to assent_worker', 'changed', 'owner of outbox'],
  ] as const)('%s', async (change, how, object) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query(`begin; ${change}`);
      const found = await compareSchema(client);
      expect(found[how]).toContain(object);
    } finally {
      await client.end();
    }
  });
});
