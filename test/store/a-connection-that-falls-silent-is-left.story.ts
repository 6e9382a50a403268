// A network that swallows everything: nobody hangs up, nobody answers. The pool leaves such connections and opens others.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#store';
import { inTransaction } from '../../libs/store/connection.js';
import { openProxy, type Proxy } from '../faults/proxy.js';
import { createOwnDatabase, type OwnDatabase } from '../harness/index.js';

let database: OwnDatabase;
let proxy: Proxy;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createOwnDatabase();
  const url = new URL(database.url);
  proxy = await openProxy(Number(url.port));
  url.port = String(proxy.port);
  const options = { url: url.href, role: 'assent_application', poolSize: 2, longestSilence: 1_000 } as const;
  dataSource = await createDataSource(options).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await proxy.close();
  await database.drop();
});

const ask = () => dataSource.query<{ one: number }[]>('select 1 as one, pg_sleep(0.01)');
const askTwice = () => Promise.allSettled([ask(), ask()]);

describe('A connection without an answer', () => {
  it('fails what was asked over it, and makes room for another', async () => {
    await askTwice();
    proxy.halfOpen('far');
    const unanswered = await askTwice();
    expect(unanswered.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const answered = await askTwice();
    expect(answered.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  it('in the midst of a transaction fails it, and the next one is whole', async () => {
    const insert = (name: string, after = async (): Promise<void> => undefined) =>
      dataSource.transaction(async manager => {
        await manager.query(`insert into organisation values (gen_random_uuid(), $1, 'NGO', now())`, [name]);
        await after();
      });
    await expect(insert('Unheard', async () => proxy.halfOpen('far'))).rejects.toThrow('silent');
    await insert('Heard');
    const rows = await database.sql(`select name from organisation where name in ('Heard', 'Unheard')`);
    expect(rows).toEqual([{ name: 'Heard' }]);
  });

  it('says why it failed, and not that it can no longer be rolled back', async () => {
    const cut = inTransaction(dataSource, async client => {
      const answer = client.query({ name: 'sleep', text: 'select pg_sleep(10)', values: [] });
      proxy.reset();
      await answer;
    });
    await expect(cut).rejects.toThrow(/ECONNRESET|terminated/);
  });

  it('that merely waits for longer than others is left alone as long as it is answered in time', async () => {
    const rows = await dataSource.query<object[]>('select 1 as one, pg_sleep(0.3)');
    expect(rows).toHaveLength(1);
  });
});
