// The product as one thing: database, demonstration, api and worker, brought up in order and taken down in the opposite one.
import { migrateUp } from '#store';
import { Child } from './child.js';
import { openEmbedded, openExternal, type Database } from './database.js';
import { playDemonstrationCases } from './demonstration-cases.js';
import { loadDemonstration } from './demonstration.js';
import type { Environment } from './environment.js';
import { lockHome, type HomeLock } from './home-lock.js';
import { expectFreePort } from './port.js';

type Log = (line: string) => void;

export class Product {
  private database?: Database;
  private lock?: HomeLock;
  private children: Child[] = [];
  private isStopping = false;

  constructor(
    private readonly environment: Environment,
    private readonly log: Log,
  ) {}

  /** Resolves with the address at which it answers. */
  async start(): Promise<string> {
    const { host, port, loadsDemonstration } = this.environment;
    const database = await this.openDatabase();
    await expectFreePort(port, host);
    if (loadsDemonstration) await this.load(database);
    const [url = ''] = await this.startChildren(database, { PORT: String(port), HOST: host });
    return url;
  }

  /** The demonstration alone, without serving anybody. False when there was something already. */
  async seed(): Promise<boolean> {
    return this.load(await this.openDatabase());
  }

  private async load(database: Database): Promise<boolean> {
    const isNew = await loadDemonstration(database.apiUrl, this.environment.home, new Date());
    if (isNew) await this.playCases(database);
    return isNew;
  }

  private async openDatabase(): Promise<Database> {
    const { databaseUrl, home, isProduction } = this.environment;
    if (databaseUrl) {
      this.database = openExternal(databaseUrl);
      if (!isProduction) await migrateUp(databaseUrl);
      return this.database;
    }
    const database = await openEmbedded(home, this.log);
    this.database = database;
    this.lock = await lockHome(database.migratorUrl, home);
    this.watch(database);
    return database;
  }

  /** A server that dies is started again on its port, so that the pools of api and worker find it as before. */
  private watch({ server }: Database): void {
    server?.onExit(why => {
      if (!this.isStopping) void this.reopen(server.port, why);
    });
  }

  private async reopen(port: number, why: string): Promise<void> {
    this.log(`${why} It is started again.`);
    try {
      const database = await openEmbedded(this.environment.home, this.log, port);
      this.database = database;
      this.lock = await lockHome(database.migratorUrl, this.environment.home);
      this.watch(database);
      if (database.server?.port !== port) await this.restartChildren(database);
    } catch (error) {
      this.log(error instanceof Error ? error.message : String(error));
      if (!this.isStopping) setTimeout(() => void this.reopen(port, 'The database is still down.'), 1_000);
    }
  }

  private async restartChildren(database: Database): Promise<void> {
    await this.stopChildren();
    const { host, port } = this.environment;
    await this.startChildren(database, { PORT: String(port), HOST: host });
  }

  /** Before anybody is let in: on a port of its own, on this machine only. */
  private async playCases(database: Database): Promise<void> {
    const [url = ''] = await this.startChildren(database, { PORT: '0', HOST: '127.0.0.1' });
    await playDemonstrationCases(url, this.environment.home);
    await this.stopChildren();
  }

  private async startChildren(
    { apiUrl, workerUrl }: Database,
    address: { PORT: string; HOST: string },
  ): Promise<string[]> {
    const api = this.child('api', { DATABASE_URL: apiUrl, ...address });
    const worker = this.child('worker', { DATABASE_URL: workerUrl });
    this.children = [api, worker];
    return Promise.all(this.children.map(child => child.start()));
  }

  private child(name: string, env: Record<string, string>): Child {
    return new Child({ name, module: new URL(`../${name}/main.js`, import.meta.url), env, log: this.log });
  }

  private async stopChildren(): Promise<void> {
    await Promise.all(this.children.map(child => child.stop()));
    this.children = [];
  }

  /** What is in hand is finished, then api and worker end, then the database. Safe to call again. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.stopChildren();
    // Whoever holds the lock owns the server: a start that found the home taken leaves the other's running.
    if (!this.lock) return;
    await this.lock.release();
    await this.database?.server?.stop();
  }
}
