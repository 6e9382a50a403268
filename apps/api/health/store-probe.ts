// Ready means: the database answers, is migrated as far as this release needs, and holds nothing that was erased. A worker that is behind is said and stops
// nobody: commands are recorded without it.
import { storeParts } from '#store';
import type { ErasureGate } from '../erasure/erasure-gate.js';
import type { Readiness, ReadinessProbe } from './readiness.js';

export class StoreProbe implements ReadinessProbe {
  private looking: Promise<Readiness> | undefined;

  /** An entry should have its place after `longestWait` seconds. */
  constructor(
    private readonly erasures: ErasureGate,
    private readonly longestWait: number,
  ) {}

  /** Anybody may ask, as often as they like: whoever comes while it is looking shares the answer. */
  check(): Promise<Readiness> {
    this.looking ??= this.look().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async look(): Promise<Readiness> {
    const parts = await storeParts(this.erasures.dataSource, this.longestWait);
    if (parts.database !== 'ok' || parts.migrations !== 'up to date') return { ready: false, parts: { ...parts } };
    if (await this.erasures.open()) return { ready: true, parts: { ...parts } };
    return { ready: false, parts: { ...parts, erasures: 'pending' } };
  }
}
