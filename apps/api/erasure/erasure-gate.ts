// Nobody is served while words that were erased are back in the database, as after a restore: first they are erased again.
import type { DataSource } from 'typeorm';
import { completeList, pendingMigrations, replayErasures, type ErasureList } from '#store';
import { faultFields, tell } from '#telemetry';
import { notReady } from '../graphql/refusals.js';

export class ErasureGate {
  private isOpen = false;
  private opening?: Promise<boolean>;

  /** The list is where erasures are told outside the database. */
  constructor(
    readonly dataSource: DataSource,
    readonly list: ErasureList,
  ) {}

  /** Erases again what came back, unless that was done. False while it cannot be; asking again tries again. */
  async open(): Promise<boolean> {
    if (this.isOpen) return true;
    this.opening ??= this.tryToOpen().finally(() => (this.opening = undefined));
    return this.opening;
  }

  /** Throws NOT_READY (HTTP 503). */
  expectOpen(): void {
    if (!this.isOpen) throw notReady('The product is not ready to serve: what was erased is erased again first.');
  }

  private async tryToOpen(): Promise<boolean> {
    if ((await pendingMigrations(this.dataSource)).length > 0) return false;
    const { erased, left } = await replayErasures(this.dataSource, this.list);
    if (erased > 0) tell('erasures-replayed', { places: erased });
    if (left > 0) tell('erasures-pending', { places: left });
    else await this.completeList();
    this.isOpen = left === 0;
    return this.isOpen;
  }

  /** A crash may have come between an erasure and its line. */
  private completeList = (): Promise<void> =>
    completeList(this.dataSource, this.list).catch((error: unknown) => tell('erasures-unlisted', faultFields(error)));
}
