// Api and worker as processes of their own over a database of one's own, with people who can ask them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { OpenApi, OpenStore, PersonaKey, Visitor } from '../harness/index.js';
import { openStore, visitor } from '../harness/index.js';
import { endAll, startProgram, type Program } from './program.js';

/** So few people ask so much here that they would be told to slow down. */
const unhurried = '1000000:1000000';

export interface Product {
  store: OpenStore;
  api: Program;
  worker: Program;
  /** Where the api answers, and where its side door and the worker's are. */
  url: string;
  side: string;
  workerSide: string;
  as(who: PersonaKey): Visitor;
  /** For the harness's journeys, which only ask. */
  asApi(): OpenApi;
  startApi(env?: Record<string, string>): Program;
  close(): Promise<void>;
}

export async function openProduct(env: Record<string, string> = {}): Promise<Product> {
  const store = await openStore();
  const { url: DATABASE_URL } = store.database;
  const rates = { RATE_PER_PERSON: unhurried, RATE_PER_TOKEN: unhurried, RATE_PER_ADDRESS: unhurried };
  // A home of its own: whoever tries the product in this checkout has a signer’s folder in `.assent`.
  const ASSENT_HOME = mkdtempSync(join(tmpdir(), 'assent-product-'));
  const all = { DATABASE_URL, ASSENT_HOME, ...rates, PORT: 'any', METRICS_PORT: 'any', WORKER_PORT: 'any', ...env };
  const startApi = (more: Record<string, string> = {}): Program => startProgram('api', { ...all, ...more });
  const [api, worker] = [startApi(), startProgram('worker', all)];
  const { address: url } = await api.tells('serving');
  const { address: side } = await api.tells('watched');
  const { address: workerSide } = await worker.tells('watched');
  const as = (who: PersonaKey): Visitor => askerAt(store, url)(who);
  return {
    ...{ store, api, worker, url, side, workerSide, as, startApi },
    asApi: () => ({ store, url, as }) as unknown as OpenApi,
    close: async () => {
      endAll();
      await Promise.all([api.ended, worker.ended]);
      await store.close();
      rmSync(ASSENT_HOME, { recursive: true });
    },
  };
}

/** People at the api that answers at this address. */
export const askerAt =
  (store: OpenStore, url: string) =>
  (who: PersonaKey): Visitor => {
    const versionOf = async (id: string): Promise<number> => {
      const [row] = await store.database.sql('select version from proposal where id::text = $1', [id]);
      return (row?.['version'] as number | undefined) ?? 1;
    };
    return visitor({ url, versionOf }, store.cast.members[who].token);
  };

/** Cuts everybody off from the database, or lets them in again. The server itself goes on: others use it. */
export async function setReachable(name: string, isReachable: boolean): Promise<void> {
  await asSuperuser(async server => {
    await server.query(`alter database ${name} allow_connections ${isReachable}`);
    const ends = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name like 'assent%'`;
    if (!isReachable) await server.query(ends, [name]);
  });
}

/** Cuts off whoever waits for a lock in this database, as a restart would. Answers how many they were. */
export const cutOffWaiting = (name: string): Promise<number> =>
  asSuperuser(async server => {
    const ends = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`;
    return (await server.query(ends, [name])).rows.length;
  });

async function asSuperuser<T>(work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: process.env['ASSENT_TEST_POSTGRES'] });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

/** The status and the text of an answer; status 0 while nobody answers. */
export async function get(url: string): Promise<{ status: number; text: string; json: any }> {
  const answer = await fetch(url).catch(() => undefined);
  const text = (await answer?.text()) ?? '';
  return { status: answer?.status ?? 0, text, json: text.startsWith('{') ? JSON.parse(text) : undefined };
}
