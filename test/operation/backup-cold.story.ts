// The embedded database without pg_dump: its files copied while it stands still, and made the database of another home.
import { existsSync, lstatSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres } from '#store';
import { backUp, backUpCold, type Backup } from '../../apps/operator/backup/back-up.js';
import { findInstallation, withOwner } from '../../apps/operator/installation.js';
import { restoreBackup } from '../../apps/operator/restore/restore-backup.js';
import { digestOfDatabase } from '../harness/index.js';
import { FAST, makeFolder, query, removeHome } from '../postgres/story-tools.js';
import { fill } from './backup-content.js';

let home: string;
let another: string;
let backup: Backup;
const say = (): void => undefined;
const at = (place: string) => findInstallation({ ASSENT_HOME: place });
const order = () => ({ to: undefined, now: new Date(), say });

beforeAll(async () => {
  [home, another] = [makeFolder(), makeFolder()];
  const server = await startEmbeddedPostgres({ home, settings: FAST });
  await query(server.url('postgres'), 'create database assent');
  await fill(server.url('assent'), 10);
  await server.stop();
  writeFileSync(join(home, 'demo-access.json'), '[{"token":"assent_canary"}]');
  writeFileSync(join(home, 'database-logins.json'), '{"assent_api":"secret"}', { mode: 0o600 });
});
afterAll(async () => {
  for (const each of [home, another]) await removeHome(each);
});

async function digestOf(place: string): Promise<string> {
  const server = await startEmbeddedPostgres({ home: place, settings: FAST });
  const digest = await digestOfDatabase({ sql: text => query(server.url('assent'), text) as Promise<never[]> });
  await server.stop();
  return digest;
}

describe('A cold backup', () => {
  it('is refused while the database is running, and nothing is made', async () => {
    const server = await startEmbeddedPostgres({ home, settings: FAST });
    await expect(backUpCold(at(home), order())).rejects.toThrow(/is running.* Stop the product/);
    await withOwner(server.url('assent'), {}, client => client.query('select 1'));
    await server.stop();
    expect(existsSync(join(home, 'backups'))).toBe(false);
  });

  it('is one file and its manifest, and no server is left running', async () => {
    backup = await backUpCold(at(home), order());
    expect(readdirSync(join(home, 'backups'))).toHaveLength(2);
    expect(statSync(backup.file).mode & 0o777).toBe(0o600);
    expect(backup.manifest).toMatchObject({ kind: 'cold', owner: 'postgres' });
    expect(backup.manifest.contents.proposals).toBeGreaterThan(3);
    expect(existsSync(join(home, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('holds the passwords of the database and no access tokens', () => {
    const { stdout } = spawnSync('tar', ['-tf', backup.file], { encoding: 'utf8' });
    const roots = new Set(
      stdout
        .trim()
        .split('\n')
        .map(name => name.split('/')[0]),
    );
    expect([...roots].sort()).toEqual(['database-logins.json', 'postgres', 'postgres-password']);
    expect(readFileSync(backup.file).includes('assent_canary')).toBe(false);
  });

  it('becomes the database of an empty home, the same in every row', async () => {
    const { wrong, right } = await restoreBackup(at(another), { file: backup.file, say });
    expect([wrong, right.length]).toEqual([[], 5]);
    expect(readFileSync(join(another, 'database-logins.json'), 'utf8')).toContain('secret');
    expect(existsSync(join(another, 'demo-access.json'))).toBe(false);
    expect(await digestOf(another)).toBe(await digestOf(home));
    expect(readdirSync(another).filter(name => name.includes('making'))).toEqual([]);
  });

  it('is not restored over a database, nor into an external one', async () => {
    await expect(restoreBackup(at(another), { file: backup.file, say })).rejects.toThrow(/There is a database in/);
    await expect(restoreBackup(at(home), { file: backup.file, into: 'x', say })).rejects.toThrow(/no --into/);
    const external = findInstallation({ ASSENT_HOME: home, DATABASE_URL: 'postgres://x@127.0.0.1:1/x' });
    await expect(restoreBackup(external, { file: backup.file, say })).rejects.toThrow(/no DATABASE_URL/);
    await expect(backUpCold(external, order())).rejects.toThrow(/--cold copies the embedded database/);
  });
});

// Only root's server runs as somebody else, who may not enter a home that is root's alone: its data are then kept elsewhere.
(process.getuid?.() === 0 ? describe : describe.skip)('A home that the server’s account cannot enter', () => {
  it('is backed up and restored like any other', async () => {
    const closed = makeFolder('private');
    await restoreBackup(at(closed), { file: backup.file, say });
    expect(lstatSync(join(closed, 'postgres')).isSymbolicLink()).toBe(true);
    const again = await backUpCold(at(closed), order());
    expect(again.manifest.contents).toEqual(backup.manifest.contents);
    const roots = spawnSync('tar', ['-tf', again.file], { encoding: 'utf8' }).stdout;
    expect(roots).toContain('postgres/PG_VERSION');
    await removeHome(closed);
  });
});

describe('A home without a database', () => {
  it('is not given one by asking for a backup', async () => {
    const empty = makeFolder();
    await expect(backUp(at(empty), order())).rejects.toThrow(/There is no database in/);
    await expect(backUpCold(at(empty), order())).rejects.toThrow(/There is no database in/);
    expect(readdirSync(empty)).toEqual([]);
    await removeHome(empty);
  });
});
