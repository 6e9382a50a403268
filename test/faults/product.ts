// The product under test: PostgreSQL, apis and workers as real processes, and our own piece of network between them.
import { chmodSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#store';
import { openEmbedded } from '../../apps/launcher/database.js';
import { signerHome } from '../../apps/worker/signer/home.js';
import { accountForServer } from '../../libs/store/embedded-postgres/account.js';
import { serversIn, signal, stateOf } from '../../libs/store/embedded-postgres/processes.js';
import { ProductProcess } from './process.js';
import { openProxy, type Proxy } from './proxy.js';

export interface ProductOptions {
  /** Processes of the api, all on one database. */
  apis: number;
  /** Connections of each api at most: few, so that commands have to wait for them. */
  pool: number;
  /** Processes of the worker: one at a time does the work. */
  workers: number;
  /** Loaded into each api, or each worker, before it starts. */
  imports?: Imports;
  log: (line: string) => void;
}

export type Imports = Partial<Record<'api' | 'worker', URL>>;

/** So many clients as so few people would be told to slow down. */
const unhurried = '1000000:1000000';
const apiLimits = { RATE_PER_PERSON: unhurried, RATE_PER_TOKEN: unhurried, RATE_PER_ADDRESS: unhurried };

export class Product {
  private constructor(
    readonly home: string,
    /** The superuser's address, past the proxy: the checker and the lockers come in here, and row-level security does not hold them. */
    readonly url: string,
    /** The log's key as its owner tells it to an auditor, before anything is signed. */
    readonly key: string,
    readonly urls: string[],
    readonly proxy: Proxy,
    private server: EmbeddedPostgres,
    readonly apis: ProductProcess[],
    readonly workers: ProductProcess[],
  ) {}

  /** `prepare` changes the database before anybody is connected to it. */
  static async start(options: ProductOptions, prepare: (url: string) => Promise<void>): Promise<Product> {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'faults-')));
    chmodSync(home, 0o755);
    const { server, migratorUrl, apiUrl, workerUrl } = await openEmbedded(home, options.log);
    if (!server) throw new Error('The embedded database is somebody else’s.');
    await prepare(migratorUrl);
    const proxy = await openProxy(server.port);
    const through = (url: string): string => url.replace(`:${server.port}/`, `:${proxy.port}/`);
    const ports = await freePorts(options.apis);
    const signer = signerHome(join(home, 'signer'));
    signer.makeKey();
    const processOf = (name: 'api' | 'worker', env: Record<string, string>): ProductProcess =>
      new ProductProcess({
        name,
        env: { ASSENT_HOME: home, ...env },
        log: join(home, `${name}.log`),
        imports: options.imports?.[name],
      });
    const apis = ports.map(port =>
      processOf('api', {
        DATABASE_URL: through(apiUrl),
        DATABASE_POOL: String(options.pool),
        ...apiLimits,
        PORT: String(port),
      }),
    );
    const workers = Array.from({ length: options.workers }, () =>
      processOf('worker', { DATABASE_URL: through(workerUrl) }),
    );
    const urls = ports.map(port => `http://127.0.0.1:${port}`);
    const product = new Product(home, migratorUrl, signer.keys()!.current.verifier, urls, proxy, server, apis, workers);
    await Promise.all([...apis, ...workers].map(each => each.start()));
    return product;
  }

  /** kill -9 of the postmaster and of every backend, all at once; then the server is started again on its port. */
  async killPostgres(): Promise<void> {
    const data = realpathSync(join(this.home, 'postgres'));
    const pids = serversIn(data, accountForServer(statSync(data).uid));
    for (const pid of pids.sort((a, b) => a - b)) signal(pid, 'SIGKILL');
    while (pids.some(pid => stateOf(pid) === 'living')) await sleep(10);
    this.server = await startEmbeddedPostgres({ home: this.home, port: this.server.port });
    if (!this.url.includes(`:${this.server.port}/`)) throw new Error('The server came back on another port.');
  }

  /** Waits until all there is is sealed; in vain while something keeps a worker from it, which the checker will tell. */
  async settle(patience = 120_000): Promise<void> {
    const deadline = performance.now() + patience;
    await withDatabase(this.url, async client => {
      for (;;) {
        const { rows } = await client.query<{ isOver: boolean }>(isSettled);
        if (rows[0]?.isOver || performance.now() > deadline) return;
        await sleep(100);
      }
    });
  }

  async stopServing(): Promise<void> {
    await Promise.all([...this.apis, ...this.workers].map(each => each.stop()));
    await this.proxy.close();
  }

  /** Everything ends, and what it wrote stays. */
  async stopDatabase(): Promise<void> {
    await Promise.all([...this.apis, ...this.workers].map(each => each.abandon()));
    await this.server.stop();
  }

  /** Everything ends; nothing is left behind. */
  async remove(): Promise<void> {
    await this.stopDatabase();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** A signer that refuses will not seal what is left. */
const isSettled = `select not exists (select from outbox)
    and (refusal is not null or sealed_size = (select count(*) from ledger_position)) as "isOver" from tree_head`;

/** `work` on a connection of its own, as whoever the address says. */
export async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // a server that dies is told by the query
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** All held at once, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map(server => once(server, 'listening')));
  const ports = servers.map(server => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(server => once(server.close(), 'close')));
  return ports;
}
