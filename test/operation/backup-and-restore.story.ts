// A backup by pg_dump while the product works, restored into an empty database: under an owner who is no superuser and is
// subject to row-level security, and under a superuser.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ownerUrl } from '#store';
import { backUp, type Backup } from '../../apps/operator/backup/back-up.js';
import { manifestOf } from '../../apps/operator/backup/manifest.js';
import { findInstallation } from '../../apps/operator/installation.js';
import { OperatorError } from '../../apps/operator/operator-error.js';
import { restoreBackup } from '../../apps/operator/restore/restore-backup.js';
import { removeTree } from '../../libs/store/embedded-postgres/leftovers.js';
import { digestOfDatabase, type Row } from '../harness/index.js';
import { makeReady } from '../launcher/product.js';
import { makeFolder } from '../postgres/story-tools.js';
import { fill } from './backup-content.js';
import { installed, password, startInstalled, type OwnServer } from './backup-server.js';

// Without PostgreSQL's own programs on the machine there is nothing to run; backup-cold and backup-programs run anywhere.
const where = installed ? describe : describe.skip;

let server: OwnServer;
let home: string;
let owner: string;
const said: string[] = [];
const say = (line: string): void => void said.push(line);
const installation = (url: string) =>
  findInstallation({ ASSENT_HOME: home, MIGRATION_DATABASE_URL: url, POSTGRES_PROGRAMS: join(home, 'programs') });
const order = (to?: string) => ({ to, now: new Date('2026-11-22T09:30:00.123Z'), say });
const digest = (name: string) => {
  const sql = (text: string) => server.sql(name, text) as Promise<never[]>;
  return digestOfDatabase({ sql });
};
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'It was done.',
    (error: Error) => (error instanceof OperatorError ? error.message : String(error.stack)),
  );

async function withOwnAddress<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** pg_dump and pg_restore behind a script that notes how they were called. */
function watchPrograms(programs: string): void {
  mkdirSync(join(home, 'programs'));
  for (const name of ['pg_dump', 'pg_restore'])
    writeFileSync(
      join(home, 'programs', name),
      `#!/bin/sh\necho "${name} $*" >> "${home}/calls"\nexec "${join(programs, name)}" "$@"\n`,
      { mode: 0o755 },
    );
}

/** The owner belongs to the groups and sees what they see; here nothing at all, except for upkeep. */
const guard = () =>
  server.sql(
    'assent',
    `do $$ declare guarded text; begin
      foreach guarded in array array['proposal', 'ledger_entry', 'entry_words'] loop
        execute format('create policy for_the_story on %I as restrictive to the_owner
          using (current_setting(''assent.maintenance'', true) = ''on'')', guarded);
      end loop; end $$`,
  );

where('With the PostgreSQL that is installed here', () => {
  let backup: Backup;

  beforeAll(async () => {
    makeReady();
    server = await startInstalled(installed!);
    home = makeFolder();
    watchPrograms(installed!);
    await server.sql('postgres', `create role the_owner login createrole createdb password '${password}'`);
    await server.sql('postgres', 'create database assent owner the_owner');
    owner = server.url('assent', 'the_owner');
    await fill(owner);
    await guard();
  });
  afterAll(async () => {
    await server.stop();
    removeTree(home);
  });

  it('the owner sees no proposal outside of upkeep', async () => {
    const count = 'select count(*)::int as n from proposal';
    const asOwner = (url: string) => withOwnAddress(url, client => client.query<Row>(count));
    expect((await asOwner(owner)).rows).toEqual([{ n: 0 }]);
    expect((await asOwner(ownerUrl(owner))).rows[0]!['n']).toBeGreaterThan(0);
  });

  it('a backup is a file and a manifest, for their owner’s eyes only, and nothing half done is left', async () => {
    backup = await backUp(installation(owner), order());
    expect(backup.file).toBe(join(home, 'backups', 'assent-20261122T093000Z.dump'));
    expect(readdirSync(join(home, 'backups')).sort()).toEqual([
      'assent-20261122T093000Z.dump',
      'assent-20261122T093000Z.dump.json',
    ]);
    for (const file of [backup.file, manifestOf(backup.file)]) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'backups')).mode & 0o777).toBe(0o700);
  });

  it('the manifest says what is in it', async () => {
    const { contents, owner: of, kind, bytes, sha256 } = backup.manifest;
    expect(JSON.parse(readFileSync(manifestOf(backup.file), 'utf8'))).toEqual(backup.manifest);
    const [counted] = await server.sql(
      'assent',
      'select count(*)::int as entries, count(distinct stream)::int as streams from ledger_entry',
    );
    expect([of, kind, bytes]).toEqual(['the_owner', 'dump', statSync(backup.file).size]);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(contents.entries).toBe(counted!['entries']);
    expect(contents.entries).toBeGreaterThan(80);
    expect(contents.kinds.map(({ kind: each }) => each)).toEqual(expect.arrayContaining(['directory', 'proposal']));
    expect(contents.kinds.reduce((sum, { streams }) => sum + streams, 0)).toBe(counted!['streams']);
  });

  it('no password stands on a command line, in the manifest or in what is said', () => {
    const calls = readFileSync(join(home, 'calls'), 'utf8');
    expect(calls).toContain('pg_dump --format=custom --enable-row-security --no-password');
    for (const text of [calls, readFileSync(manifestOf(backup.file), 'utf8'), said.join('\n')])
      expect(text).not.toContain(password);
  });

  it('nothing is written over an earlier one', async () => {
    expect(await refusal(backUp(installation(owner), order(backup.file)))).toContain('There is a ' + backup.file);
    expect(await refusal(backUp(installation(owner), order()))).toContain('Nothing is written over it');
  });

  it('restored into a new database by its owner it is the same, and is looked over', async () => {
    const { wrong, right } = await restoreBackup(installation(owner), { file: backup.file, into: 'assent_again', say });
    expect(wrong).toEqual([]);
    expect(right).toHaveLength(5);
    expect(await digest('assent_again')).toBe(await digest('assent'));
    const [rights] = await server.sql(
      'assent_again',
      `select has_table_privilege('assent_application', 'ledger_entry', 'insert') as inserts,
        has_table_privilege('assent_application', 'ledger_entry', 'update') as updates,
        (select tableowner from pg_tables where tablename = 'ledger_entry') as owner`,
    );
    expect(rights).toEqual({ inserts: true, updates: false, owner: 'the_owner' });
    await expect(server.sql('assent_again', 'delete from ledger_entry')).rejects.toThrow(/never changed or removed/);
  });

  it('nothing is restored over what there is', async () => {
    const before = await digest('assent');
    expect(await refusal(restoreBackup(installation(owner), { file: backup.file, say }))).toMatch(
      /^The database assent is not empty \(\d+ tables and the like, \w+ among them\).* --into NEW_NAME$/s,
    );
    expect(await refusal(restoreBackup(installation(owner), { file: backup.file, into: 'assent', say }))).toContain(
      'There is a database assent already.',
    );
    expect(await refusal(restoreBackup(installation(owner), { file: backup.file, into: 'x; drop', say }))).toContain(
      'is no name for a database',
    );
    expect(await digest('assent')).toBe(before);
  });

  it('an empty database that somebody made is taken as it is', async () => {
    await server.sql('postgres', 'create database made_for_it owner the_owner');
    const there = installation(server.url('made_for_it', 'the_owner'));
    expect((await restoreBackup(there, { file: backup.file, sample: 2, say })).wrong).toEqual([]);
    expect(await digest('made_for_it')).toBe(await digest('assent'));
  });

  it('the commands do it from the command line, and say what they did', async () => {
    const run = (program: string, ...args: string[]) => {
      const env = { PATH: process.env['PATH'], ASSENT_HOME: home, DATABASE_URL: owner, POSTGRES_PROGRAMS: installed };
      const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/apps/operator/${program}.js`, ...args], {
        encoding: 'utf8',
        env,
      });
      expect([stderr, status]).toEqual(['', 0]);
      expect(stdout).not.toContain(password);
      return stdout;
    };
    const file = join(home, 'by-command.dump');
    expect(run('backup', '--to', file)).toMatch(
      /by-command\.dump {2}[\d.]+ kB, 5 proposals, \d+ entries\n.*SHA-256 [0-9a-f]{64}\nNot in it: the signer’s key.*\n$/,
    );
    const restored = run('restore', file, '--into', 'by_command');
    expect(restored.match(/^ok /gm)).toHaveLength(5);
    expect(restored).toMatch(/\nRestored: the database by_command on 127\.0\.0\.1:\d+\. Next: npm run migrate/);
    expect(await digest('by_command')).toBe(await digest('assent'));
  });

  it('another login than the owner is told so', async () => {
    const superuser = installation(server.url('postgres'));
    expect(await refusal(restoreBackup(superuser, { file: backup.file, into: 'by_another', say }))).toContain(
      'Restore as a login called the_owner',
    );
    await server.sql(
      'postgres',
      `create role stranger login password '${password}'; grant assent_application to stranger`,
    );
    expect(
      await refusal(backUp(installation(server.url('assent', 'stranger')), order(join(home, 'never.dump')))),
    ).toContain('The tables belong to the_owner, and stranger does not see all');
    expect(existsSync(join(home, 'never.dump'))).toBe(false);
  });

  it('a superuser’s database goes the same way', async () => {
    await server.sql('postgres', 'create database by_root');
    await fill(server.url('by_root'), 5);
    const mine = installation(server.url('by_root'));
    const { file } = await backUp(mine, order(join(home, 'by-root.dump')));
    expect((await restoreBackup(mine, { file, into: 'by_root_again', say })).wrong).toEqual([]);
    expect(await digest('by_root_again')).toBe(await digest('by_root'));
  });

  it('a byte that changed, a lost manifest and a newer release are found before anything is made', async () => {
    const copy = (name: string, change: (manifest: Row) => void = () => undefined) => {
      const file = join(home, name);
      copyFileSync(backup.file, file);
      const manifest = structuredClone(backup.manifest) as Row;
      change(manifest);
      writeFileSync(manifestOf(file), JSON.stringify(manifest));
      return file;
    };
    const bent = copy('bent.dump');
    const bytes = readFileSync(bent);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(bent, bytes);
    const into = 'never_made';
    const refused = (file: string) => refusal(restoreBackup(installation(owner), { file, into, say }));
    expect(await refused(bent)).toContain('is damaged or not the file its manifest speaks of');
    const alone = join(home, 'alone.dump');
    copyFileSync(backup.file, alone);
    expect(await refused(alone)).toContain('there is no alone.dump.json');
    const newer = copy('newer.dump', ({ contents }) => contents.migrations.push('Tomorrow1999999999999'));
    expect(await refused(newer)).toContain('made by a newer release of Assent');
    const ahead = copy('ahead.dump', manifest => (manifest['server'] = '97.1'));
    expect(await refused(ahead)).toContain('No pg_restore of PostgreSQL 97 or newer was found');
    const [made] = await server.sql('postgres', `select count(*)::int as n from pg_database where datname = '${into}'`);
    expect(made).toEqual({ n: 0 });
  });

  it('a history that was tampered with before the backup is told after the restore, entry by entry', async () => {
    await server.sql('postgres', 'create database bent owner the_owner');
    const bent = installation(server.url('bent', 'the_owner'));
    await restoreBackup(bent, { file: backup.file, say });
    await server.sql(
      'bent',
      `alter table ledger_entry disable trigger append_only;
      update ledger_entry set bytes = bytes || ' ' where stream = 'directory' and sequence = 3;
      update proposal set content = jsonb_set(content, '{title,text}', '"Another"') where number = 1`,
    );
    const { file } = await backUp(bent, order(join(home, 'tampered.dump')));
    const { wrong } = await restoreBackup(bent, { file, into: 'bent_again', say });
    expect(wrong).toHaveLength(2);
    expect(wrong[0]).toBe('directory 3: its bytes do not hash to its hash.');
    expect(wrong[1]).toMatch(/^The row of proposal [0-9a-f-]{36} is not what its entries make of it\.$/);
  });

  it('a pg_restore that fails leaves no database behind, and one that was there stays empty', async () => {
    const file = join(home, 'no-dump.dump');
    writeFileSync(file, 'PGDMP and then nothing');
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    writeFileSync(manifestOf(file), JSON.stringify({ ...backup.manifest, sha256 }));
    expect(await refusal(restoreBackup(installation(owner), { file, into: 'half', say }))).toMatch(
      /^pg_restore ended with code 1\. It said:/,
    );
    const [made] = await server.sql('postgres', `select count(*)::int as n from pg_database where datname = 'half'`);
    expect(made).toEqual({ n: 0 });
  });

  it('a disk that takes no more, or a folder that may not be written to, leaves nothing half done', async () => {
    writeFileSync(
      join(home, 'programs', 'pg_dump'),
      '#!/bin/sh\ncase "$1" in --version) echo "pg_dump (PostgreSQL) 99.1";; *) echo "no space left on device" >&2; exit 1;; esac\n',
    );
    chmodSync(join(home, 'programs', 'pg_dump'), 0o755);
    expect(await refusal(backUp(installation(owner), order(join(home, 'full.dump'))))).toContain(
      'no space left on device',
    );
    expect(readdirSync(home).filter(name => name.startsWith('full'))).toEqual([]);
  });

  it('without a pg_dump the command says what is missing, ends with code 1 and makes nothing', () => {
    const env = {
      PATH: process.env['PATH'],
      ASSENT_HOME: home,
      DATABASE_URL: owner,
      POSTGRES_PROGRAMS: join(home, 'backups'),
    };
    const before = readdirSync(home).sort();
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['dist/apps/operator/backup.js', '--to', join(home, 'new/')],
      { encoding: 'utf8', env },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^No pg_dump of PostgreSQL \d+ or newer was found\. Install .*\nNothing was backed up\./);
    expect(stderr).not.toContain(password);
    expect(readdirSync(home).sort()).toEqual(before);
  });
});
