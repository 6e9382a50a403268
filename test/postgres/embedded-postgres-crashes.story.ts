// What may befall the embedded server and its starter, and how the next start copes.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../libs/store/embedded-postgres/index.js';
import { serversIn, stateOf } from '../../libs/store/embedded-postgres/processes.js';
import { waitUntil } from '../../libs/store/embedded-postgres/wait.js';
import { FAST, makeFolder, query, removeHome, serverProcess, startElsewhere } from './story-tools.js';

jest.setTimeout(120_000);

describe('After a crash the embedded PostgreSQL server', () => {
  let home: string;
  beforeEach(() => void (home = makeFolder()));
  afterEach(() => removeHome(home));
  const start = () => startEmbeddedPostgres({ home, settings: FAST });
  const unfinished = () => readdirSync(home).filter(name => name.includes('.making-'));

  it('outlives a starter that was killed, and is adopted by the next', async () => {
    const starter = startElsewhere(home);
    const { url, port } = await starter.said;
    await query(url, 'create table note as select 1 as id');
    await starter.kill();
    const next = await start();
    expect([next.adopted, next.port]).toEqual([true, port]);
    expect(await query(next.url('postgres'), 'select id from note')).toEqual([{ id: 1 }]);
    await next.stop();
    await expect(query(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('tells when it was killed, can be started again at once, and has kept the rows', async () => {
    const server = await start();
    await query(server.url('postgres'), 'create table note as select generate_series(1, 2000) as id');
    const why = new Promise<string>(told => server.onExit(told));
    process.kill(serverProcess(home), 'SIGKILL');
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(await why).toContain('was ended by SIGKILL');
    expect(await query(again.url('postgres'), 'select count(*)::int from note')).toEqual([{ count: 2000 }]);
    await server.stop(); // of the dead one: no harm to its successor
    await query(again.url('postgres'), 'select 1');
  });

  it('tells an adopter, too, when it was killed', async () => {
    const starter = startElsewhere(home);
    await starter.said;
    const adopter = await start();
    const why = new Promise<string>(told => adopter.onExit(told));
    process.kill(serverProcess(home), 'SIGKILL');
    expect(await why).toContain('ended unasked');
    await starter.kill();
  });

  it('starts although its dead predecessor is still listed, as a zombie nobody reaps', async () => {
    const starter = startElsewhere(home);
    await query((await starter.said).url, 'create table note as select 1 as id');
    const dead = serverProcess(home);
    starter.process.kill('SIGSTOP'); // a parent that does not reap
    process.kill(dead, 'SIGKILL');
    await waitUntil(() => stateOf(dead) === 'zombie', 10_000);
    expect(() => process.kill(dead, 0)).not.toThrow();
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(await query(again.url('postgres'), 'select id from note')).toEqual([{ id: 1 }]);
    await starter.kill();
  });

  it('starts although a query of its dead predecessor is still at work', async () => {
    const server = await start();
    const busy = query(server.url('postgres'), `do $$ begin loop end loop; end $$`).catch(() => 'broken off');
    const isBusy = `select 1 from pg_stat_activity where query like 'do%' and state = 'active' and pid <> pg_backend_pid()`;
    while ((await query(server.url('postgres'), isBusy)).length === 0);
    process.kill(serverProcess(home), 'SIGKILL');
    const again = await start();
    expect(await busy).toBe('broken off');
    await query(again.url('postgres'), 'select 1');
  });

  it('leaves a process alone that has got the number of its dead predecessor', async () => {
    const neighbour = makeFolder();
    const other = await startEmbeddedPostgres({ home: neighbour, settings: FAST });
    const stranger = spawn('sleep', ['600']);
    const server = await start();
    const pidFile = readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8');
    await server.stop();
    for (const [pid, port] of [
      [stranger.pid ?? 0, server.port],
      [serverProcess(neighbour), other.port], // another cluster's server, on the port that is written here
    ]) {
      const lines = pidFile.split('\n').with(0, `${pid}`).with(3, `${port}`);
      writeFileSync(join(home, 'postgres', 'postmaster.pid'), lines.join('\n'));
      const again = await start();
      expect([again.adopted, stateOf(pid ?? 0)]).toEqual([false, 'living']);
      await query(again.url('postgres'), 'select 1');
      await again.stop();
    }
    stranger.kill();
    await removeHome(neighbour);
  });

  it('starts although its dead predecessor left an empty postmaster.pid', async () => {
    await (await start()).stop();
    writeFileSync(join(home, 'postgres', 'postmaster.pid'), '');
    const again = await start();
    await query(again.url('postgres'), 'select 1');
  });

  it('has no half-made cluster from a first start that was killed, and clears away what it left', async () => {
    const starter = startElsewhere(home);
    await waitUntil(() => unfinished().some(name => name.startsWith('postgres.making')), 60_000, 1);
    await starter.kill();
    const left = unfinished().map(name => join(home, name));
    const server = await start();
    await query(server.url('postgres'), 'select 1');
    await waitUntil(() => left.every(folder => serversIn(folder, undefined).length === 0), 60_000, 50);
    await server.stop();
    await start();
    expect(unfinished()).toEqual([]);
  });
});
