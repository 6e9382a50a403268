// The ordinary life of the embedded server: first start, later starts, settings, ports, several starters.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createServer } from 'node:net';
import { readFileSync, readdirSync, realpathSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountForServer } from '../../libs/store/embedded-postgres/account.js';
import { findBinaries } from '../../libs/store/embedded-postgres/binaries.js';
import { openCluster } from '../../libs/store/embedded-postgres/cluster.js';
import { startEmbeddedPostgres } from '../../libs/store/embedded-postgres/index.js';
import { serve } from '../../libs/store/embedded-postgres/start-embedded-postgres.js';
import { FAST, makeFolder, query, removeHome, serverProcess, startElsewhere } from './story-tools.js';

jest.setTimeout(120_000);

describe('The embedded PostgreSQL server', () => {
  let home: string;
  beforeEach(() => void (home = makeFolder()));
  afterEach(() => removeHome(home));
  const start = (settings: Record<string, string> = {}) =>
    startEmbeddedPostgres({ home, settings: { ...FAST, ...settings } });

  it('makes its cluster at the first start and keeps the data over stop and start', async () => {
    const first = await start();
    expect(first.adopted).toBe(false);
    await query(first.url('postgres'), `create table note as select 'kept' as text`);
    await first.stop();
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await query(second.url('postgres'), 'select text from note')).toEqual([{ text: 'kept' }]);
  });

  it('listens on 127.0.0.1 only, asks for a scram password, speaks UTF-8 and takes settings', async () => {
    const server = await start({ work_mem: '7MB' });
    const url = server.url('postgres');
    const show = async (name: string) => Object.values((await query(url, `show ${name}`))[0] ?? {})[0];
    expect(await show('listen_addresses')).toBe('127.0.0.1');
    expect(await show('unix_socket_directories')).toBe('');
    expect(await show('max_connections')).toBe('100');
    expect(await show('work_mem')).toBe('7MB');
    expect(await show('server_encoding')).toBe('UTF8');
    expect(await query(url, `select datlocprovider, datlocale from pg_database where datname = 'postgres'`)).toEqual([
      { datlocprovider: 'b', datlocale: 'C.UTF-8' },
    ]);
    expect(await query(url, 'select distinct auth_method from pg_hba_file_rules')).toEqual([
      { auth_method: 'scram-sha-256' },
    ]);
    await expect(query(server.url('postgres', 'postgres', 'guess'), 'select 1')).rejects.toThrow('password');
    expect(statSync(join(home, 'postgres-password')).mode & 0o777).toBe(0o600);
  });

  it('stops as often as it is told to, and tells nobody that it ended', async () => {
    const server = await start();
    const told = jest.fn();
    server.onExit(told);
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    await expect(query(server.url('postgres'), 'select 1')).rejects.toThrow('ECONNREFUSED');
    expect(told).not.toHaveBeenCalled();
  });

  it('starts again while its last port is busy', async () => {
    const before = await start();
    await before.stop();
    const squatter = createServer().listen(before.port, '127.0.0.1');
    const after = await start();
    expect(after.port).not.toBe(before.port);
    await query(after.url('postgres'), 'select 1');
    squatter.close();
  });

  it('takes another port when the one it chose was taken in between', async () => {
    await (await start()).stop();
    const squatter = createServer();
    const busy = await new Promise<number>(done =>
      squatter.listen(0, '127.0.0.1', () => done((squatter.address() as { port: number }).port)),
    );
    const free = await start().then(async server => (await server.stop(), server.port));
    const data = realpathSync(join(home, 'postgres'));
    const account = accountForServer(statSync(data).uid);
    const binaries = await findBinaries(account, () => home, console.log);
    const ports = [busy, busy, free];
    const cluster = openCluster(home, data, account, binaries);
    const server = await serve(cluster, binaries, FAST, () => Promise.resolve(ports.shift() ?? 0));
    expect([server.port, ports]).toEqual([free, []]);
    squatter.close();
  });

  it('is one and the same server for two processes that start it for the first time at once', async () => {
    const starters = [startElsewhere(home), startElsewhere(home), startElsewhere(home)];
    const said = await Promise.all(starters.map(one => one.said));
    expect(new Set(said.map(one => one.url)).size).toBe(1);
    expect(said.map(one => one.adopted).sort()).toEqual([false, true, true]);
    await query(said[0]?.url ?? '', 'select 1');
    expect(readdirSync(home).filter(name => name.includes('making'))).toEqual([]);
    await Promise.all(starters.map(one => one.kill()));
  });

  it('keeps its log bounded', async () => {
    await (await start()).stop();
    truncateSync(join(home, 'postgres.log'), 6 * 1024 * 1024);
    await start();
    expect(statSync(join(home, 'postgres.log')).size).toBeLessThan(100_000);
    expect(statSync(join(home, 'postgres.log.1')).size).toBe(6 * 1024 * 1024);
  });

  it('says what is wrong, and what to do, when it cannot start', async () => {
    await (await start()).stop();
    await expect(start({ work_mem: 'plenty' })).rejects.toThrow(/did not start.*work_mem/s);
    const password = readFileSync(join(home, 'postgres-password'));
    writeFileSync(join(home, 'postgres-password'), 'guess');
    await expect(start()).rejects.toThrow('Put the original file back');
    writeFileSync(join(home, 'postgres-password'), password);
    writeFileSync(join(home, 'postgres', 'PG_VERSION'), '12\n');
    await expect(start()).rejects.toThrow('made by PostgreSQL 12');
    writeFileSync(join(home, 'postgres', 'PG_VERSION'), '18\n');
    const server = await start();
    expect(serverProcess(home)).toBeGreaterThan(1);
    await server.stop();
  });
});
