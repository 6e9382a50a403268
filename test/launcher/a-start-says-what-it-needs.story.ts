// Starts that go wrong or meet each other: an environment with mistakes, two first starts at once, somebody else's database.
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createOwnDatabase } from '../harness/index.js';
import { makeFolder } from '../postgres/story-tools.js';
import { accessOf, ask, cleanUp, databaseIsUp, freePort, makeReady, startProduct, statusOf } from './product.js';

jest.setTimeout(120_000);

let home: string;
beforeAll(makeReady);
beforeEach(() => void (home = makeFolder()));
afterEach(() => cleanUp(home));

describe('A start', () => {
  it('with wrong values in its environment lists all of them at once, and touches nothing', async () => {
    const wrong = { PORT: 'eighty', DATABASE_URL: 'mysql://db', ASSENT_DEMO: 'perhaps' };
    const product = startProduct(home, 0, wrong);
    expect(await product.ended).toBe(1);
    for (const name of Object.keys(wrong)) expect(product.said()).toContain(`${name}:`);
    expect(product.said()).not.toMatch(/\n\s+at /);
    expect(product.said()).not.toContain('mysql://db');
    expect(existsSync(join(home, 'postgres'))).toBe(false);
  });

  it.each(['0', '65536', '-1', '3000.5', ' '])('on port %j is refused', async PORT => {
    const product = startProduct(home, 0, { PORT });
    expect([PORT, await product.ended, /PORT:/.test(product.said())]).toEqual([PORT, 1, true]);
  });

  it('at once with another first start on the same home: one serves, the other says why not', async () => {
    const both = [startProduct(home, await freePort()), startProduct(home, await freePort())];
    const served = await Promise.all(
      both.map(({ serves }) =>
        serves.then(
          () => true,
          () => false,
        ),
      ),
    );
    expect([...served].sort()).toEqual([false, true]);
    const [winner, loser] = served[0] ? both : [...both].reverse();
    expect(await loser!.ended).toBe(1);
    expect(loser!.said()).toContain(`Assent already runs for ${home}`);
    expect(await statusOf(winner!.url, '/readyz')).toBe(200);
    const { viewer } = await ask(winner!.url, home, 'auditor', '{ viewer { roles } }');
    expect(viewer).toEqual({ roles: ['auditor'] });
    await expectNarrowLogins(home);
    expect(await winner!.stop()).toBe(0);
    expect(databaseIsUp(home)).toBe(false);
  });

  it('on somebody else’s database migrates it, loads the demonstration only when asked, and leaves it running', async () => {
    const database = await createOwnDatabase('nothing');
    const elsewhere = join(home, 'made', 'when', 'needed');
    const env = { DATABASE_URL: database.url };
    const bare = startProduct(elsewhere, await freePort(), env);
    await bare.serves;
    expect([await statusOf(bare.url, '/readyz'), existsSync(join(elsewhere, 'demo-access.json'))]).toEqual([
      200,
      false,
    ]);
    expect(await bare.stop()).toBe(0);
    writeFileSync(join(home, 'in-the-way'), '');
    const blind = startProduct(join(home, 'in-the-way', 'home'), await freePort(), { ...env, ASSENT_DEMO: '1' });
    expect(await blind.ended).toBe(1);
    expect(await database.sql(`select name from organisation where name <> 'Assent'`)).toEqual([]);
    const shown = startProduct(elsewhere, await freePort(), { ...env, ASSENT_DEMO: '1' });
    await shown.serves;
    expect(accessOf(elsewhere)).toHaveLength(13);
    expect((await ask(shown.url, elsewhere, 'analyst', '{ viewer { roles } }'))?.viewer).toEqual({
      roles: ['analyst'],
    });
    expect(await shown.stop()).toBe(0);
    expect(await database.sql('select 1 as up')).toEqual([{ up: 1 }]);
    await database.drop();
  });
});

/** The logins of api and worker are members of their group and of nothing else. */
async function expectNarrowLogins(at: string): Promise<void> {
  const logins = JSON.parse(readFileSync(join(at, 'database-logins.json'), 'utf8')) as Record<string, string>;
  const [, , , port] = readFileSync(join(at, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  expect(Object.keys(logins).sort()).toEqual(['assent_api', 'assent_worker_login']);
  for (const [user, password] of Object.entries(logins)) {
    const client = new pg.Client({ host: '127.0.0.1', port: Number(port), user, password, database: 'assent' });
    await client.connect();
    try {
      const { rows } = await client.query(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
      );
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
      for (const statement of [
        'set role postgres',
        'set role assent_auditor',
        'delete from ledger_entry',
        'create table x (y int)',
      ])
        await expect(client.query(statement)).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
  }
}
