// Ready means: the database answers and is migrated as far as this release needs.
import type { DataSource } from 'typeorm';
import { pendingMigrations } from '#store';
import type { Readiness, ReadinessProbe } from './readiness.js';

const patience = 2_000;

export class StoreProbe implements ReadinessProbe {
  constructor(private readonly dataSource: DataSource) {}

  async check(): Promise<Readiness> {
    const migrations = await Promise.race([this.migrations(), silence()]);
    const database = migrations === 'unreachable' ? 'unreachable' : 'ok';
    return { ready: database === 'ok' && migrations === 'up to date', parts: { database, migrations } };
  }

  private async migrations(): Promise<string> {
    try {
      return (await pendingMigrations(this.dataSource)).length === 0 ? 'up to date' : 'pending';
    } catch {
      // What exactly the database said is for its log: this answer is public.
      return 'unreachable';
    }
  }
}

const silence = (): Promise<string> =>
  new Promise(resolve => {
    setTimeout(() => resolve('unreachable'), patience).unref();
  });
