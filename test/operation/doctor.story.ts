// The doctor: it finds what is wrong, one thing at a time, says what to do, changes nothing and shows no secret.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sequenceBatch } from '#store';
import { examine } from '../../apps/operator/doctor/examine.js';
import { checkNode } from '../../apps/operator/doctor/check-machine.js';
import { checkGroups } from '../../apps/operator/doctor/check-logins.js';
import type { PatientWithDatabase } from '../../apps/operator/doctor/patient.js';
import type { Finding } from '../../apps/operator/doctor/finding.js';
import { findInstallation, withOwner } from '../../apps/operator/installation.js';
import { removeTree } from '../../libs/store/embedded-postgres/leftovers.js';
import { digestOfDatabase, openStore, travellerIn, type OpenStore } from '../harness/index.js';
import { t1 } from '../builders/index.js';
import { freePort, makeReady } from '../launcher/product.js';
import { makeFolder } from '../postgres/story-tools.js';

const secret = 'canary-5b1e';
let store: OpenStore;
let home: string;
let login: string;
let serving: string;

beforeAll(async () => {
  makeReady();
  store = await openStore();
  home = makeFolder();
  login = `doctor_${store.database.name}`;
  await store.database.sql(`create role ${login} login password '${secret}'`);
  await store.database.sql(`grant assent_application to ${login}`);
  const url = new URL(store.database.url);
  [url.username, url.password] = [login, secret];
  serving = url.href;
  const traveller = await travellerIn(store);
  await traveller.send('analyst', 'DraftProposal', { title: 'Looked over', dossier: t1() });
  const worker = await store.connect('assent_worker', 1);
  await sequenceBatch(worker, 1000);
});
afterAll(async () => {
  await store.database.sql(`drop role ${login}`);
  await store.close();
  removeTree(home);
});

const environment = async (more: Record<string, string> = {}) => ({
  ASSENT_HOME: home,
  MIGRATION_DATABASE_URL: store.database.url,
  DATABASE_URL: serving,
  PORT: String(await freePort()),
  // None there: asking each program of the machine for its version would take most of the time.
  POSTGRES_PROGRAMS: home,
  ...more,
});

async function findings(more: Record<string, string> = {}, now = new Date()): Promise<Finding[]> {
  return examine({ installation: findInstallation(await environment(more)), now, root: process.cwd() });
}
const named = (found: Finding[], check: string) => found.filter(each => each.check === check);
const stateOf = async (check: string, more: Record<string, string> = {}, now = new Date()) =>
  named(await findings(more, now), check).map(({ state }) => state);

/** What the doctor says while the database is as `change` makes it; `undo` makes it good again. */
async function whileSo(change: string, undo: string, check: string): Promise<Finding> {
  await store.database.sql(change);
  try {
    return named(await findings(), check)[0]!;
  } finally {
    await store.database.sql(undo);
  }
}

describe('A healthy installation', () => {
  it('has nothing wrong but what the test server is', async () => {
    const found = await findings();
    // The server of the tests is set to be fast and not to last, and nobody has made a backup.
    const wrong = found.filter(({ state }) => state === 'problem').map(({ check }) => check);
    expect(new Set(wrong)).toEqual(new Set(process.env['TEST_DATABASE_URL'] ? wrong : ['Durability']));
    for (const check of [
      'Node',
      'node_modules',
      'Disk',
      'Secret files',
      'Home',
      'Port',
      'Database',
      'PostgreSQL',
      'Encoding',
      'Clock',
    ])
      expect([check, named(found, check).map(({ state }) => state)]).toEqual([check, ['ok']]);
    for (const check of [
      'Migrations',
      'btree_gist',
      'Append-only',
      'Row-level security',
      'Schema',
      'Groups',
      'Grants',
      'Logins',
      'DATABASE_URL',
    ])
      expect([check, named(found, check).map(({ state }) => state)]).toEqual([check, ['ok']]);
    for (const check of ['Demonstration', 'Worker', 'Ledger', 'Words', 'Directory', 'Administrators’ tokens'])
      expect([check, named(found, check).map(({ state }) => state)]).toEqual([check, ['ok']]);
    expect(named(found, 'Administrators')).toMatchObject([{ state: 'warning', says: 'there is just one' }]);
  });

  it('is left as it was, to the byte', async () => {
    const before = await digestOfDatabase(store.database);
    await findings();
    expect(await digestOfDatabase(store.database)).toBe(before);
  });

  it('gives everything that is not well a remedy', async () => {
    for (const { state, remedy, says } of await findings()) {
      expect(says).not.toBe('');
      if (state !== 'ok') expect(remedy).toMatch(/\S{3}/);
    }
  });

  it('is told on the command line, for people and for machines, without a secret, and with exit code 1 for a problem', async () => {
    const env = { PATH: process.env['PATH'], ...(await environment()) };
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['dist/apps/operator/doctor.js', ...args], { encoding: 'utf8', env });
    const [people, machines, wrong] = [run(), run('--json'), run('--colour')];
    expect([people.stderr, machines.stderr]).toEqual(['', '']);
    const told = JSON.parse(machines.stdout) as { healthy: boolean; findings: Finding[] };
    expect([people.status, machines.status]).toEqual(told.healthy ? [0, 0] : [1, 1]);
    expect(told.healthy).toBe(!told.findings.some(({ state }) => state === 'problem'));
    const lasting = told.findings.filter(({ check }) => check !== 'Clock' && check !== 'Disk' && check !== 'Port');
    for (const { says } of lasting) expect(people.stdout).toContain(says);
    expect(people.stdout).toMatch(/\d+ findings: \d+ ok, \d+ warning, \d+ problem\.\n$/);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('Usage: npm run doctor')]);
    const password = new URL(store.database.url).password || secret;
    for (const text of [people.stdout, people.stderr, machines.stdout, machines.stderr, wrong.stderr])
      for (const hidden of [secret, password]) expect(text).not.toContain(hidden);
  });
});

describe('It finds', () => {
  it.each([
    [
      'Append-only',
      'alter table ledger_entry disable trigger append_only',
      'alter table ledger_entry enable trigger append_only',
    ],
    [
      'Append-only',
      'alter table ledger_position disable trigger no_truncate',
      'alter table ledger_position enable trigger no_truncate',
    ],
    [
      'Grants',
      'grant update (bytes) on ledger_entry to assent_application',
      'revoke update (bytes) on ledger_entry from assent_application',
    ],
    [
      'Grants',
      'grant delete on ledger_position to assent_worker',
      'revoke delete on ledger_position from assent_worker',
    ],
    [
      'Row-level security',
      'alter table proposal no force row level security',
      'alter table proposal force row level security',
    ],
    [
      'Row-level security',
      'alter table entry_words disable row level security',
      'alter table entry_words enable row level security',
    ],
    [
      'Row-level security',
      'alter table organisation enable row level security',
      'alter table organisation disable row level security',
    ],
    [
      'Migrations',
      `delete from migrations where name = (select max(name) from migrations where name like 'Hallway%')`,
      '',
    ],
    [
      'Migrations',
      `insert into migrations (timestamp, name) values (1, 'Tomorrow1')`,
      `delete from migrations where name = 'Tomorrow1'`,
    ],
  ])('%s: %s', async (check, change, undo) => {
    const rows = await store.database.sql('select * from migrations order by id');
    const back =
      undo ||
      `insert into migrations select * from json_populate_recordset(null::migrations, '${JSON.stringify(rows)}') on conflict (id) do nothing`;
    const { state, remedy } = await whileSo(change, back, check);
    expect([state, remedy]).toEqual(['problem', expect.stringMatching(/\S/)]);
    expect((await stateOf(check))[0]).toBe('ok');
  });

  it.each([
    [
      'create policy x on proposal to assent_application using (true)',
      'drop policy x on proposal',
      /not of this release: policy x on proposal/,
    ],
    [
      'alter policy own_receipts on command_receipt rename to x',
      'alter policy x on command_receipt rename to own_receipts',
      /^missing: policy own_receipts on command_receipt; not of this release: policy x/,
    ],
    [
      'grant delete on proposal to assent_application',
      'revoke delete on proposal from assent_application',
      /^not as made: grants on proposal to assent_application$/,
    ],
  ])('Schema: %s', async (change, undo, says) => {
    const found = await whileSo(change, undo, 'Schema');
    expect(found).toMatchObject({ state: 'problem', says: expect.stringMatching(says) });
    expect(await stateOf('Schema')).toEqual(['ok']);
  });

  it('what a login or a group may become besides its work', async () => {
    const granted = (role: string, to: string, check: string) =>
      whileSo(`grant ${role} to ${to}`, `revoke ${role} from ${to}`, check);
    const above = `select rolname from pg_roles where rolsuper and rolname = current_user`;
    const [{ rolname: superuser }] = (await store.database.sql(above)) as [{ rolname: string }];
    for (const [role, check, state] of [
      [superuser, 'Logins', 'problem'],
      [superuser, 'DATABASE_URL', 'problem'],
      ['pg_write_all_data', 'Logins', 'problem'],
      ['assent_auditor', 'Logins', 'problem'],
      ['assent_worker', 'Logins', 'warning'],
    ] as const) {
      const found = await granted(role, login, check);
      expect([role, found]).toEqual([
        role,
        expect.objectContaining({ check, state, says: expect.stringContaining(login) }),
      ]);
    }
    // The groups belong to the server that all tests share: nobody but this session gets to see them so.
    await withOwner(store.database.url, {}, async client => {
      await client.query('begin; grant assent_auditor to assent_application');
      const patient = { client } as unknown as PatientWithDatabase;
      expect(await checkGroups(patient)).toMatchObject([
        { state: 'problem', says: 'may become somebody else: assent_application (assent_auditor)' },
      ]);
    });
  });

  it('a policy on a table that is not under it, its owner included', async () => {
    const make = `create policy x on outbox using (true); alter table outbox enable row level security`;
    const undo = `alter table outbox disable row level security; drop policy x on outbox`;
    expect(await whileSo(make, undo, 'Row-level security')).toMatchObject({
      state: 'problem',
      says: 'not in force on outbox',
    });
  });

  it('a login that stands above row-level security, and serving as the owner of the tables', async () => {
    const above = await whileSo(`alter role ${login} bypassrls`, `alter role ${login} nobypassrls`, 'Logins');
    expect(above).toMatchObject({ state: 'problem', says: expect.stringContaining(login) });
    const [own] = named(await findings({ DATABASE_URL: store.database.url }), 'DATABASE_URL');
    expect(own).toMatchObject({ state: 'problem', says: expect.stringMatching(/^as \S+, who owns tables$/) });
  });

  it('entries of the ledger that were changed, cut off or taken out of the middle', async () => {
    const untie = 'alter table ledger_entry disable trigger append_only';
    const tie = 'alter table ledger_entry enable trigger append_only';
    const change = (statement: string) => `begin; ${untie}; ${statement}; ${tie}; commit`;
    const [last] = await store.database.sql(`select max(sequence) as n from ledger_entry where stream = 'directory'`);
    const n = last!['n'] as number;
    const at = (sequence: number) => `stream = 'directory' and sequence = ${sequence}`;
    const bend = (sequence: number) => change(`update ledger_entry set bytes = bytes || ' ' where ${at(sequence)}`);
    const unbend = (sequence: number) =>
      change(`update ledger_entry set bytes = substr(bytes, 1, length(bytes) - 1) where ${at(sequence)}`);
    expect(await whileSo(bend(n - 3), unbend(n - 3), 'Ledger')).toMatchObject({
      state: 'problem',
      says: expect.stringContaining(`directory ${n - 3}: its bytes do not hash to its hash`),
    });
    const move = (from: number, to: number) => change(`update ledger_entry set sequence = ${to} where ${at(from)}`);
    await store.database.sql(`alter table entry_words drop constraint entry_words_stream_sequence_fkey`);
    expect((await whileSo(move(n, n + 5), move(n + 5, n), 'Ledger')).says).toContain('an entry before it is missing');
    const cut = `update stream_head set sequence = sequence + 1 where stream = 'directory'`;
    const mend = `update stream_head set sequence = sequence - 1 where stream = 'directory'`;
    expect((await whileSo(cut, mend, 'Ledger')).says).toContain('the head of its stream names it, and it is not there');
    expect(await stateOf('Ledger')).toEqual(['ok']);
  });

  it('words and roles that no entry made', async () => {
    const person = `stream = 'directory' and words like '{"displayName":%'`;
    await store.database.sql(`create table honest as select * from entry_words where ${person}`);
    const forge = `update entry_words set words = '{"displayName":"Mallory Forged"}' where ${person}`;
    const undo = `update entry_words e set words = h.words from honest h where (e.stream, e.sequence, e.path) = (h.stream, h.sequence, h.path)`;
    expect(await whileSo(forge, undo, 'Words')).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('; …'),
    });
    await store.database.sql('drop table honest');
    const letIn = `insert into role_assignment (id, person_id, organisation_id, role, starts_at)
      select gen_random_uuid(), id, organisation_id, 'auditor', '1999-01-01' from person limit 1`;
    const out = `delete from role_assignment where starts_at = '1999-01-01'`;
    expect(await whileSo(letIn, out, 'Directory')).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('role assignment'),
    });
    expect([await stateOf('Words'), await stateOf('Directory')]).toEqual([['ok'], ['ok']]);
  });

  it('a worker that does not keep up', async () => {
    const wait = (ago: string) =>
      `insert into outbox (entry_id, enqueued_at) select id, now() - interval '${ago}' from ledger_entry order by at limit 1`;
    const found = (ago: string) => whileSo(wait(ago), 'delete from outbox', 'Worker');
    expect(await found('1 second')).toMatchObject({ state: 'ok', says: expect.stringContaining('1 entry waiting') });
    expect(await found('30 seconds')).toMatchObject({ state: 'warning' });
    expect(await found('1 hour')).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('the first for 36'),
    });
  });

  it('administrators whose tokens end soon, have ended, or who are gone', async () => {
    const tokens = 'Administrators’ tokens';
    const day = 24 * 60 * 60 * 1000;
    expect(await stateOf(tokens, {}, new Date(Date.now() + 360 * day))).toEqual(['warning']);
    expect(await stateOf(tokens, {}, new Date(Date.now() + 400 * day))).toEqual(['problem']);
    const blunt = `update access_token set scopes = '{read}'`;
    const sharp = `update access_token set scopes = '{read,write}'`;
    expect(await whileSo(blunt, sharp, tokens)).toMatchObject({ state: 'problem' });
    const end = `update role_assignment set ends_at = starts_at where role = 'administrator'`;
    const again = `update role_assignment set ends_at = null where role = 'administrator'`;
    expect(await whileSo(end, again, 'Administrators')).toMatchObject({ state: 'problem', says: 'there is none' });
  });

  it('the demonstration where real information may be', async () => {
    const load = `update access_token set label = 'Demonstration' where label = 'Test'`;
    const undo = `update access_token set label = 'Test' where label = 'Demonstration'`;
    expect((await whileSo(load, undo, 'Demonstration')).state).toBe('problem');
  });

  it('that this login does not see everything', async () => {
    const found = await findings({ MIGRATION_DATABASE_URL: '' });
    expect(named(found, 'Ledger')).toMatchObject([
      { state: 'warning', remedy: expect.stringContaining('MIGRATION_DATABASE_URL') },
    ]);
    expect(named(found, 'Migrations')).toMatchObject([{ state: 'ok' }]);
  });

  it('secret files that others may read, and a home that others may write to', async () => {
    writeFileSync(join(home, 'postgres-password'), secret);
    chmodSync(join(home, 'postgres-password'), 0o644);
    expect(named(await findings(), 'Secret files')).toMatchObject([
      { state: 'problem', remedy: `chmod go-rwx ${join(home, 'postgres-password')}` },
    ]);
    chmodSync(join(home, 'postgres-password'), 0o600);
    expect(await stateOf('Secret files')).toEqual(['ok']);
    chmodSync(home, 0o777);
    expect(await stateOf('Home')).toEqual(['problem']);
    chmodSync(home, 0o755);
  });

  it('when the last backup was made', async () => {
    expect(await stateOf('Last backup')).toEqual(['warning']);
    mkdirSync(join(home, 'backups'), { mode: 0o700 });
    const contents = { migrations: [], proposals: 0, entries: 0, kinds: [] };
    const manifest = {
      format: 1,
      kind: 'dump',
      madeAt: '2026-11-20T10:00:00.000Z',
      assent: '0.1.0',
      server: '18.4',
      owner: 'o',
    };
    const rest = { file: 'a.dump', bytes: 0, sha256: '0'.repeat(64), contents };
    writeFileSync(join(home, 'backups', 'a.dump'), '', { mode: 0o600 });
    writeFileSync(join(home, 'backups', 'a.dump.json'), JSON.stringify({ ...manifest, ...rest }), { mode: 0o600 });
    expect(await stateOf('Last backup', {}, new Date('2026-11-22T10:00:00Z'))).toEqual(['ok']);
    expect(await stateOf('Last backup', {}, new Date('2026-11-29T10:00:00Z'))).toEqual(['warning']);
  });

  it('a port that is another program’s, and one that is an api’s', async () => {
    let body = 'hello';
    const other = createServer((_, answer) => void answer.end(body)).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const PORT = String((other.address() as AddressInfo).port);
    expect(await stateOf('Port', { PORT })).toEqual(['problem']);
    body = '{"alive":true}';
    expect(await stateOf('Port', { PORT })).toEqual(['ok']);
    expect(await stateOf('Port', { HOST: '192.0.2.1' })).toEqual(['problem']);
    other.close();
  });

  it('a Node that is too old, and one that is not the tested one', () => {
    const root = process.cwd();
    const patient = { installation: findInstallation({}), now: new Date(), root };
    const state = (version: string) => checkNode(patient, version)[0]!.state;
    expect([state('18.20.1'), state('20.10.9'), state('20.11.0'), state('26.10.0')]).toEqual([
      'problem',
      'problem',
      'warning',
      'ok',
    ]);
  });

  it('a database that does not answer, one without tables, and one that is not running', async () => {
    const nowhere = { MIGRATION_DATABASE_URL: 'postgres://x:canary@127.0.0.1:1/x', DATABASE_URL: '' };
    const [unreachable] = named(await findings(nowhere), 'Database');
    expect(unreachable).toMatchObject({ state: 'problem', says: expect.stringContaining('ECONNREFUSED') });
    expect(JSON.stringify(unreachable)).not.toContain('canary');
    const empty = new URL(store.database.url);
    empty.pathname = '/template1';
    expect(named(await findings({ MIGRATION_DATABASE_URL: empty.href }), 'Migrations')).toMatchObject([
      { state: 'problem' },
    ]);
    const none = await findings({ MIGRATION_DATABASE_URL: '', DATABASE_URL: '' });
    expect(named(none, 'Database')).toMatchObject([
      { state: 'warning', says: expect.stringContaining('is not running') },
    ]);
  });
});

describe('Its session', () => {
  it('cannot change anything, whatever a check might try', async () => {
    const write = withOwner(store.database.url, { readOnly: true }, client => client.query('delete from outbox'));
    await expect(write).rejects.toThrow(/read-only/);
  });
});
