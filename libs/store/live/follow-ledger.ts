// Hears how far the ledger has come, while it happens: one connection of its own, which listens to the bell (migrations/0017). The bell says nothing, so
// that none that was missed is missed: how far it has come is asked each time, after each new connection, and now and then.
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { reachOf, reachText, type Reach } from './reach.js';

/** Milliseconds: between two looks without a bell, and until the next try after a connection was lost. */
const pauses = { look: 20_000, retry: 500 };

/** Milliseconds without an answer after which the connection counts as lost. */
const patience = 10_000;

export interface Followed {
  reached(reach: Reach): void;
  /** Once for each outage. It goes on trying. */
  lost(error: unknown): void;
  found(): void;
}

export interface Follower {
  close(): Promise<void>;
}

/** Resolves when it listens, having told how far the ledger has come. Rejects when the database cannot be reached. */
export async function followLedger(dataSource: DataSource, followed: Followed): Promise<Follower> {
  const follower = new LedgerFollower(dataSource, followed);
  await follower.listen();
  return follower;
}

class LedgerFollower implements Follower {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isLooking = false;
  private isDue = false;
  private isClosed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly followed: Followed,
  ) {}

  async listen(): Promise<void> {
    const client = clientLike(this.dataSource);
    // Whatever ends the connection ends in `end`; unheard, an error would end the process.
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('listen assent_ledger');
      if (this.isClosed) return await client.end();
      this.client = client;
      client.on('notification', () => this.lookAgain(client));
      await this.look(client);
    } catch (error) {
      this.client = undefined;
      await client.end().catch(() => {});
      throw error;
    }
    client.once('end', () => this.regain(new Error('The connection that listens has ended.')));
    this.timer = setInterval(() => this.lookAgain(client), pauses.look).unref();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.timer);
    await this.client?.end();
  }

  /** One look at a time; bells that ring meanwhile are one. */
  private lookAgain(client: pg.Client): void {
    this.isDue = true;
    if (!this.isLooking) void this.look(client).catch(() => client.end().catch(() => {}));
  }

  private async look(client: pg.Client): Promise<void> {
    this.isLooking = true;
    try {
      do {
        this.isDue = false;
        const { rows } = await client.query<{ size: string; sealedSize: string }>(reachText);
        if (rows[0] && !this.isClosed) this.followed.reached(reachOf(rows[0]));
      } while (this.isDue && !this.isClosed);
    } finally {
      this.isLooking = false;
    }
  }

  private regain(error: unknown): void {
    clearInterval(this.timer);
    this.client = undefined;
    if (this.isClosed) return;
    this.followed.lost(error);
    void this.tryAgain();
  }

  private async tryAgain(): Promise<void> {
    while (!this.isClosed) {
      await new Promise(resolve => setTimeout(resolve, pauses.retry).unref());
      try {
        return await this.listen().then(() => this.followed.found());
      } catch {
        // It is down still, and that was said.
      }
    }
  }
}

/** In the same role and to the same database as the pool, beside it: a connection of the pool would come back to it still listening. */
function clientLike({ options }: DataSource): pg.Client {
  const { url, applicationName, extra } = options as {
    url: string;
    applicationName: string;
    extra: { options: string };
  };
  return new pg.Client({
    connectionString: url,
    application_name: `${applicationName}, listening`,
    options: extra.options,
    keepAlive: true,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
  });
}
