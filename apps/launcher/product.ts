// The product as one thing: database, demonstration, api, worker and provider, brought up in order and taken down in the opposite one.
import { erasureList, migrateUp, replayAsOwner, replaySentences } from '#store';
import { faultFields, tell } from '#telemetry';
import { Child } from './child.js';
import { openEmbedded, openExternal, type Database } from './database.js';
import { playDemonstrationCases } from './demonstration-cases.js';
import { demonstrationRates } from './demonstration-rates.js';
import { planProvider, type ProviderPlan } from './demonstration-provider.js';
import { loadDemonstration } from './demonstration.js';
import type { Environment } from './environment.js';
import { lockHome, type HomeLock } from './home-lock.js';
import { linkDemonstration } from './link-demonstration.js';
import { expectFreePort } from './port.js';

export class Product {
  private database?: Database;
  private lock?: HomeLock;
  private children: Child[] = [];
  private provider?: ProviderPlan;
  private isStopping = false;

  constructor(
    private readonly environment: Environment,
    /** For people who watch the start. */
    private readonly note: (line: string) => void,
  ) {}

  /** Resolves with the address at which it answers. */
  async start(): Promise<string> {
    const { host, port, loadsDemonstration } = this.environment;
    const database = await this.openDatabase();
    await expectFreePort(port, host);
    if (loadsDemonstration) await this.load(database);
    await this.planProvider(database);
    const [url = ''] = await this.startChildren(database, { PORT: String(port || 'any'), HOST: host });
    return url;
  }

  /** Planned once: an api that is started again finds it at the same place. */
  private async planProvider(database: Database): Promise<void> {
    const { home, port: apiPort, provider } = this.environment;
    if (!provider) return;
    this.provider = await planProvider({ home, apiPort, ...provider });
    await linkDemonstration(database.apiUrl, home, this.provider.issuer);
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
      // In production the login that serves owns nothing: `npm run migrate` does both.
      if (isProduction) return this.database;
      await migrateUp(databaseUrl);
      await this.replayErasures(databaseUrl);
      return this.database;
    }
    const database = await openEmbedded(home, this.note);
    this.database = database;
    this.lock = await lockHome(database.migratorUrl, home);
    this.watch(database);
    await this.replayErasures(database.migratorUrl);
    return database;
  }

  /** Words that a restored backup brought back are erased again before anybody is served. */
  private async replayErasures(ownersUrl: string): Promise<void> {
    const report = await replayAsOwner(ownersUrl, erasureList(this.environment.home));
    if (report.erased > 0) tell('erasures-replayed', { places: report.erased });
    for (const line of replaySentences(report)) this.note(line);
  }

  /** A server that dies is started again on its port, so that the pools of api and worker find it as before. */
  private watch({ server }: Database): void {
    server?.onExit(() => {
      if (this.isStopping) return;
      tell('database-ended', {});
      void this.reopen(server.port);
    });
  }

  private async reopen(port: number): Promise<void> {
    try {
      const database = await openEmbedded(this.environment.home, this.note, port);
      this.database = database;
      this.lock = await lockHome(database.migratorUrl, this.environment.home);
      this.watch(database);
      if (database.server?.port !== port) await this.restartChildren(database);
    } catch (error) {
      tell('database-down', faultFields(error));
      if (!this.isStopping) setTimeout(() => void this.reopen(port), 1_000);
    }
  }

  private async restartChildren(database: Database): Promise<void> {
    await this.stopChildren();
    const { host, port } = this.environment;
    await this.startChildren(database, { PORT: String(port || 'any'), HOST: host });
  }

  /** Before anybody is let in: on a port of its own, on this machine only. */
  private async playCases(database: Database): Promise<void> {
    // Cases are played faster than people act, whatever the budgets are to be afterwards.
    const address = { ...demonstrationRates({}), PORT: 'any', HOST: '127.0.0.1' };
    const [url = ''] = await this.startChildren(database, address);
    await playDemonstrationCases(url, this.environment.home);
    await this.stopChildren();
  }

  private async startChildren(
    { apiUrl, workerUrl }: Database,
    address: { PORT: string; HOST: string },
  ): Promise<string[]> {
    const { issuer: OIDC_ISSUER, env: client } = this.provider ?? {};
    const signingIn = OIDC_ISSUER === undefined ? {} : { OIDC_ISSUER, ...client };
    const api = this.child('api', { DATABASE_URL: apiUrl, ...this.environment.rates, ...signingIn, ...address });
    const worker = this.child('worker', { DATABASE_URL: workerUrl, ...this.environment.signing });
    this.children = [api, worker, ...this.providerChild()];
    return Promise.all(this.children.map(child => child.start()));
  }

  private providerChild(): Child[] {
    if (!this.provider) return [];
    const { port, env } = this.provider;
    return [this.child('provider', { ASSENT_HOME: this.environment.home, PROVIDER_PORT: String(port), ...env })];
  }

  private child(name: string, env: Record<string, string>): Child {
    const { drainSeconds, log } = this.environment;
    const module = new URL(`../${name}/main.js`, import.meta.url);
    return new Child({ name, module, env: { LOG_FORMAT: log.format, ...env }, drainSeconds });
  }

  /** The door first, so that the worker has nothing more to expect. */
  private async stopChildren(): Promise<void> {
    for (const child of this.children) await child.stop();
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
