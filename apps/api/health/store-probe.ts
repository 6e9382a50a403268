// Ready means: the database answers and is migrated as far as this release needs. A worker that is behind is said and stops
// nobody: commands are recorded without it.
import type { DataSource } from 'typeorm';
import { storeParts } from '#store';
import type { Readiness, ReadinessProbe } from './readiness.js';

export class StoreProbe implements ReadinessProbe {
  private looking: Promise<Readiness> | undefined;

  /** An entry should have its place after `longestWait` seconds. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly longestWait: number,
  ) {}

  /** Anybody may ask, as often as they like: whoever comes while it is looking shares the answer. */
  check(): Promise<Readiness> {
    this.looking ??= this.look().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async look(): Promise<Readiness> {
    const parts = await storeParts(this.dataSource, this.longestWait);
    return { ready: parts.database === 'ok' && parts.migrations === 'up to date', parts: { ...parts } };
  }
}
