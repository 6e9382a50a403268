// Who is told what happens. The ledger's growth is followed stretch by stretch, in its order, so that nothing is left out however
// long the database was away; of each stretch everybody is told what they may read at that moment.
import type { OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { findVersion, followLedger, listChanges, type Change, type Follower, type Reach, type Viewer } from '#store';
import { faultFields, tell } from '#telemetry';
import { ALL, ChangeStream } from './change-stream.js';
import type { Connection } from './connection.js';

export type Wish = { kind: 'proposal'; id: string } | { kind: 'work' } | { kind: 'sealed' };

interface Subscriber {
  connection: Connection;
  wish: Wish;
  stream: ChangeStream;
}

/** Milliseconds between two stretches: whatever comes meanwhile is one. And after a failure. */
const paces = { stretch: 250, failing: 1_000 };

/** Connections that are asked for at the same time: the pool is there for commands. */
const AT_ONCE = 3;

/** Changed proposals of one stretch that are told one by one. */
const MOST = 500;

export class Live implements OnApplicationShutdown {
  private readonly subscribers = new Set<Subscriber>();
  private following: Promise<Follower> | undefined;
  private reach: Reach | undefined;
  /** As far as everybody was told. */
  private told: Reach | undefined;
  private isTelling = false;
  private isClosed = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Subscriptions that are open. */
  get count(): number {
    return this.subscribers.size;
  }

  /** Begins with how it is now; rejects while the database cannot be reached. */
  async follow(connection: Connection, wish: Wish): Promise<ChangeStream> {
    await this.listen();
    const stream = new ChangeStream(() => this.subscribers.delete(subscriber));
    const subscriber: Subscriber = { connection, wish, stream };
    this.subscribers.add(subscriber);
    try {
      const viewer = await connection.viewerNow();
      if (viewer) await this.greet(subscriber, viewer);
    } catch (error) {
      await stream.return();
      throw error;
    }
    return stream;
  }

  /** The sockets are closed by then. */
  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    for (const { stream } of this.subscribers) await stream.return();
    // It may never have listened.
    await this.following?.then(follower => follower.close()).catch(() => {});
  }

  /** From the first subscription on. */
  private async listen(): Promise<void> {
    this.following ??= followLedger(this.dataSource, {
      reached: reach => this.reached(reach),
      lost: error => tell('listening-lost', faultFields(error)),
      found: () => tell('listening-resumed', {}),
    });
    await this.following.catch((error: unknown) => {
      this.following = undefined;
      throw error;
    });
  }

  private reached(reach: Reach): void {
    this.reach = reach;
    if (this.subscribers.size === 0) this.told = reach;
    this.told ??= reach;
    if (!this.isTelling) void this.tellOn();
  }

  private async tellOn(): Promise<void> {
    this.isTelling = true;
    while (!this.isClosed && this.reach && this.told && !isSame(this.reach, this.told)) {
      const { reach } = this;
      try {
        await this.tellStretch(this.told, reach);
        this.told = reach;
        await pause(paces.stretch);
      } catch (error) {
        if (this.isClosed) return;
        tell('telling-failed', faultFields(error));
        await pause(paces.failing);
      }
    }
    this.isTelling = false;
  }

  private async tellStretch(from: Reach, to: Reach): Promise<void> {
    const concerned = [...this.subscribers].filter(({ wish }) =>
      wish.kind === 'sealed' ? from.sealedSize !== to.sealedSize : from.size !== to.size,
    );
    const queue = [...Map.groupBy(concerned, ({ connection }) => connection)];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) await this.tellOne(next, from, to);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  private async tellOne(
    [connection, subscribers]: [Connection, Subscriber[]],
    { size: from }: Reach,
    { size: to }: Reach,
  ): Promise<void> {
    const viewer = await connection.viewerNow();
    if (!viewer) return;
    const hasChanges = subscribers.some(({ wish }) => wish.kind !== 'sealed');
    const stretch = { from, to };
    const changes = hasChanges ? await listChanges(this.dataSource, viewer.actor, stretch, MOST + 1) : [];
    for (const subscriber of subscribers) {
      // A database that was put back to an earlier state, or more than can be told: how it is now.
      if (subscriber.wish.kind === 'sealed' || to < from || changes.length > MOST) await this.greet(subscriber, viewer);
      else tellChanges(subscriber, changes);
    }
  }

  /** How it is now. */
  private async greet({ wish, stream }: Subscriber, viewer: Viewer): Promise<void> {
    if (wish.kind === 'work') return stream.push(ALL);
    if (wish.kind === 'sealed') return stream.push({ size: this.reach?.sealedSize ?? 0 });
    const found = await findVersion(this.dataSource, viewer.actor, wish.id);
    if (found) stream.push(found);
  }
}

function tellChanges({ wish, stream }: Subscriber, changes: readonly Change[]): void {
  for (const change of changes) {
    if (wish.kind === 'work' || (wish.kind === 'proposal' && wish.id === change.id)) stream.push(change);
  }
}

const isSame = (one: Reach, other: Reach): boolean => one.size === other.size && one.sealedSize === other.sealedSize;

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms).unref());
