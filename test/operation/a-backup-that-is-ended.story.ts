// A backup that is told to end before it is done leaves no copy of everything that people wrote lying about.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { checkBackup } from '../../apps/operator/doctor/check-backups.js';
import { findInstallation } from '../../apps/operator/installation.js';
import { removeTree } from '../../libs/store/embedded-postgres/leftovers.js';
import { createOwnDatabase, type OwnDatabase } from '../harness/index.js';
import { eventually, makeReady } from '../launcher/product.js';
import { makeFolder } from '../postgres/story-tools.js';

/** Writes something, and is not done for a long time. */
const slow = `#!/bin/sh
case "$1" in --version) echo "pg_dump (PostgreSQL) 99.1"; exit;; esac
for each in "$@"; do case "$each" in --file=*) echo everything > "\${each#--file=}";; esac; done
exec sleep 300
`;

let database: OwnDatabase;
let home: string;
beforeAll(async () => {
  makeReady();
  database = await createOwnDatabase();
  home = makeFolder();
  writeFileSync(join(home, 'pg_dump'), slow, { mode: 0o755 });
});
afterAll(async () => {
  await database.drop();
  removeTree(home);
});

const inFolder = (name: string): string[] => {
  try {
    return readdirSync(join(home, name));
  } catch {
    return []; // not there yet
  }
};

/** Its copy is to be in the folder `name` of the home. */
function startBackup(name: string) {
  mkdirSync(join(home, name));
  const env = { PATH: process.env['PATH'], ASSENT_HOME: home, MIGRATION_DATABASE_URL: database.url };
  const child = spawn(process.execPath, ['dist/apps/operator/backup.js', '--to', join(home, name)], {
    env: { ...env, POSTGRES_PROGRAMS: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said, ended: once(child, 'close') };
}
const sizesIn = (name: string): number[] => inFolder(name).map(file => statSync(join(home, name, file)).size);

describe('A backup', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('that gets %s removes what is half done, and says so', async signal => {
    const { child, said, ended } = startBackup(signal);
    await Promise.race([ended, eventually('pg_dump writes', () => sizesIn(signal).some(size => size > 0))]);
    expect(said()).toBe('');
    child.kill(signal);
    expect(await ended).toEqual([1, null]);
    expect(said()).toMatch(/^The backup was ended by SIG(TERM|INT)\. What was half done is removed\.\n$/);
    expect(inFolder(signal)).toEqual([]);
  });

  it('that is ended before pg_dump runs does not run it', async () => {
    const lock = new pg.Client({ connectionString: database.url });
    await lock.connect();
    await lock.query('begin; lock table ledger_entry in access exclusive mode');
    const { child, said, ended } = startBackup('early');
    await Promise.race([ended, eventually('its file is there', () => inFolder('early').length > 0)]);
    child.kill('SIGTERM');
    await lock.end();
    expect(await ended).toEqual([1, null]);
    expect(said()).toMatch(/^The backup was ended by SIGTERM\./);
    expect(inFolder('early')).toEqual([]);
  });

  it('that was killed is mentioned by the doctor, once nothing is written to it any more', () => {
    const folder = join(home, 'backups');
    mkdirSync(folder);
    const half = join(folder, 'assent-20261122T093000Z.dump.part');
    writeFileSync(half, 'everything');
    const installation = findInstallation({ ASSENT_HOME: home });
    const leftovers = (now: Date) =>
      checkBackup({ installation, now, root: '.' }).filter(({ check }) => check === 'Half a backup');
    const written = new Date('2026-11-22T09:31:00Z');
    utimesSync(half, written, written);
    expect(leftovers(new Date('2026-11-22T09:32:00Z'))).toEqual([]);
    expect(leftovers(new Date('2026-11-22T11:00:00Z'))).toMatchObject([{ state: 'warning', remedy: `rm ${half}` }]);
  });
});
