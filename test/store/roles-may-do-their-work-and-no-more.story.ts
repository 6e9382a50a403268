// The database's own locks: what each role may do, what nobody may do, and the duties that constraints hold a second time.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { t1 } from '../builders/index.js';
import { openStore, travellerIn, type OpenStore, type Row } from '../harness/index.js';
import { sequenceBatch, type DatabaseRole } from '#store';

let store: OpenStore;
let id: string;
const as = {} as Record<DatabaseRole, DataSource>;
beforeAll(async () => {
  store = await openStore();
  for (const role of ['assent_application', 'assent_worker', 'assent_auditor', 'migrator'] as const)
    as[role] = role === 'assent_application' ? store.dataSource : await store.connect(role, 1);
  const traveller = await travellerIn(store);
  id = (await traveller.send('analyst', 'DraftProposal', { title: 'Locked', dossier: t1() }))!.proposal.id;
  await sequenceBatch(as.assent_worker, 10);
});
afterAll(() => store.close());

/** The SQLSTATE with which a statement is refused, or `done`. Nothing that succeeds is kept. */
async function attempt(role: DatabaseRole, statement: string, values: unknown[] = []): Promise<string> {
  const runner = as[role].createQueryRunner();
  await runner.startTransaction();
  try {
    if (role === 'assent_application')
      await runner.query('select enter_scope($1)', [store.cast.members.analyst.personId]);
    await runner.query(statement, values);
    return 'done';
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return message.includes('row-level security') ? 'row-level security' : code;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
const notPermitted = '42501';
const restricted = '23001';

const tables = [
  'organisation',
  'person',
  'role_assignment',
  'access_token',
  'person_identity',
  'person_session',
  'ledger_entry',
  'entry_words',
  'stream_head',
  'ledger_position',
  'outbox',
  'proposal',
  'sign_off_act',
  'command_receipt',
  'directory_receipt',
  'decision_fact',
  'state_span',
  'stale_fact',
  'concern_fact',
  'report_progress',
  'migrations',
] as const;

/** A statement of each kind that any table understands; what it would change does not matter. */
const statements = async (table: string): Promise<Record<string, string>> => {
  const [column] = await store.database.sql(
    `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attidentity = '' order by attnum limit 1`,
    [table],
  );
  const { name } = column as { name: string };
  return {
    select: `select * from ${table}`,
    insert: `insert into ${table} default values`,
    update: `update ${table} set ${name} = ${name}`,
    delete: `delete from ${table}`,
    truncate: `truncate ${table} cascade`,
  };
};

describe.each(['assent_application', 'assent_worker', 'assent_auditor'] as const)('%s', role => {
  it('is no superuser, bypasses no row security, makes no roles or databases, and owns nothing', async () => {
    const [row] = await as[role].query<
      Row[]
    >(`select current_user as me, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
      from pg_roles where rolname = current_user`);
    expect(row).toEqual({
      me: role,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    });
    const [owned] = await store.database.sql(`select count(*)::int as n from pg_class where relowner = $1::regrole`, [
      role,
    ]);
    expect(owned).toEqual({ n: 0 });
  });

  it('may do exactly this', async () => {
    const may: Record<string, string> = {};
    for (const table of tables) {
      const done: string[] = [];
      for (const [verb, statement] of Object.entries(await statements(table)))
        if ((await attempt(role, statement)) !== notPermitted) done.push(verb);
      may[table] = done.join(' ');
    }
    expect(may).toEqual(permitted[role]);
  });

  it('makes no tables, functions, schemas or temporary triggers', async () => {
    for (const statement of [
      'create table x (y int)',
      'create schema x',
      'create extension pgcrypto',
      `create function x() returns int language sql as 'select 1'`,
      'alter table ledger_entry disable trigger append_only',
      'drop trigger append_only on ledger_entry',
      'set session_replication_role = replica',
    ])
      expect([statement, await attempt(role, statement)]).toEqual([statement, notPermitted]);
  });
});

const nothing = Object.fromEntries(tables.map(table => [table, '']));
const reportsAre = (facts: string, progress: string) => ({
  ...{ decision_fact: facts, state_span: facts, stale_fact: facts, concern_fact: facts },
  report_progress: progress,
});
const permitted: Record<string, Record<string, string>> = {
  assent_application: {
    ...nothing,
    ...{
      organisation: 'select insert',
      person: 'select insert',
      role_assignment: 'select insert',
      access_token: 'select insert',
      person_identity: 'select insert',
      person_session: 'select insert delete',
    },
    ...{
      ledger_entry: 'select insert',
      entry_words: 'select insert',
      stream_head: 'select update',
      ledger_position: 'select',
    },
    ...{
      outbox: 'insert',
      proposal: 'select insert update',
      sign_off_act: 'select insert',
      command_receipt: 'select insert',
      directory_receipt: 'select insert',
    },
    ...reportsAre('select', 'select'),
    migrations: 'select',
  },
  assent_worker: {
    ...nothing,
    ...{
      organisation: 'select',
      person: 'select',
      role_assignment: 'select',
      ledger_entry: 'select insert',
      entry_words: 'insert',
      stream_head: 'select update',
      proposal: 'select',
    },
    ...{ ledger_position: 'select insert', outbox: 'select insert delete' },
    ...reportsAre('select insert delete', 'select update'),
    ...{ sign_off_act: 'select', migrations: 'select' },
  },
  assent_auditor: {
    ...nothing,
    ...{
      organisation: 'select',
      person: 'select',
      role_assignment: 'select',
      ledger_entry: 'select',
      entry_words: 'select',
    },
    ...reportsAre('select', 'select'),
    ...{ ledger_position: 'select', proposal: 'select', sign_off_act: 'select', migrations: 'select' },
  },
};

describe('The owner of the tables', () => {
  it.each(['ledger_entry', 'ledger_position'])('is refused every change of %s by trigger', async table => {
    const { update, delete: remove, truncate } = await statements(table);
    for (const statement of [update!, remove!, truncate!])
      expect([statement, await attempt('migrator', statement)]).toEqual([statement, restricted]);
  });

  // The bell tells that places were given, and guards nothing.
  it.each([
    ['ledger_entry', ['append_only', 'no_truncate']],
    ['ledger_position', ['append_only', 'no_truncate', 'ring']],
  ])('finds the triggers of %s on the table itself, not only on what refers to it', async (table, triggers) => {
    const found = await store.database.sql(
      `select tgname as name from pg_trigger where tgrelid = $1::regclass and not tgisinternal and tgenabled = 'O' order by 1`,
      [table],
    );
    expect(found.map(({ name }) => name as string)).toEqual(triggers);
  });

  it('cannot add an entry that breaks the chain’s shape', async () => {
    const add = (
      changes: string,
    ) => `insert into ledger_entry (stream, sequence, id, type, actor_id, organisation_id, role, at, command_id, bytes, hash, previous_hash)
      select stream, sequence, gen_random_uuid(), type, actor_id, organisation_id, role, at, command_id, bytes, hash, previous_hash
      from (select stream, ${changes} as sequence, type, actor_id, organisation_id, role, at, command_id, bytes, hash, previous_hash
        from ledger_entry where proposal_id is not null order by sequence limit 1) e`;
    expect(await attempt('migrator', add('1'))).toBe('23505');
    expect(await attempt('migrator', add('2'))).toBe('23514');
    expect(await attempt('migrator', add('0'))).toBe('23514');
  });
});

describe('The narrow table of acts refuses, when inserted directly', () => {
  let people: string[];
  beforeAll(async () => {
    people = Object.values(store.cast.members).map(({ personId }) => personId);
  });
  const act = (person: number, part: string, signOff = '', ordinal = 1) =>
    `('${id}', '${people[person]}', '${part}', '${signOff}', ${ordinal})`;
  const insert = (...acts: string[]) =>
    attempt(
      'assent_application',
      `insert into sign_off_act (proposal_id, person_id, part, sign_off, ordinal) values ${acts.join(', ')}`,
    );
  const excluded = '23P01';

  it('an author who signs, and a signer who becomes author', async () => {
    const author = people.indexOf(store.cast.members.analyst.personId);
    expect(await insert(act(author, 'signer', 'purpose'))).toBe(excluded);
    expect(await insert(act(5, 'signer', 'purpose'), act(5, 'author'))).toBe(excluded);
  });

  it('a signer who decides, and an author who decides', async () => {
    expect(await insert(act(5, 'signer', 'purpose'), act(5, 'decider'))).toBe(excluded);
    expect(await insert(act(5, 'author'), act(5, 'decider'))).toBe(excluded);
  });

  it('purpose and proportionality in one person, and proportionality and transparency', async () => {
    expect(await insert(act(5, 'signer', 'purpose'), act(5, 'signer', 'proportionality', 2))).toBe('23505');
    expect(await insert(act(5, 'signer', 'transparency'), act(5, 'signer', 'proportionality', 2))).toBe('23505');
  });

  it('a third sign-off of one person, whatever it is numbered', async () => {
    const two = [act(5, 'signer', 'purpose'), act(5, 'signer', 'privacy_risk', 2)];
    expect(await insert(...two)).toBe('done');
    expect(await insert(...two, act(5, 'signer', 'consultation', 3))).toBe('23514');
    expect(await insert(...two, act(5, 'signer', 'consultation', 2))).toBe('23505');
  });

  it('a signer without a sign-off, a decider with one, a part that there is not', async () => {
    expect(await insert(act(5, 'signer'))).toBe('23514');
    expect(await insert(act(5, 'decider', 'purpose'))).toBe('23514');
    expect(await insert(act(5, 'onlooker'))).toBe('23514');
  });

  it('the act of somebody who is not in the directory', async () => {
    const statement = `insert into sign_off_act (proposal_id, person_id, part) values ('${id}', '${uuidv7()}', 'decider')`;
    expect(await attempt('assent_application', statement)).toBe('23503');
  });

  it('and takes what is lawful', async () => {
    expect(await insert(act(5, 'signer', 'purpose'), act(6, 'signer', 'proportionality'), act(7, 'decider'))).toBe(
      'done',
    );
  });
});
