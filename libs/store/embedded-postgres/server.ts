// What a caller holds: a running server, its address, its end.
import { type Cluster } from './cluster.js';
import { type Postmaster } from './postmaster.js';

/** A running PostgreSQL server of this machine, reachable on 127.0.0.1 only. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** It was running already, perhaps under another process, with the settings it was started with. */
  readonly adopted: boolean;
  /** A postgres:// address. Without `user` the superuser's, with its password: not for logs. */
  url(database: string, user?: string, password?: string): string;
  /** Fast shutdown; returns when the server is gone. Safe to call again. Throws EmbeddedPostgresError when it does not end. */
  stop(): Promise<void>;
  /** `listener` is called once if the server ends though nobody called stop() here; `why` is a sentence. */
  onExit(listener: (why: string) => void): void;
}

export function serverOf(cluster: Cluster, postmaster: Postmaster, adopted: boolean): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  let isGone = false;
  const unasked = postmaster.ended.then(how => {
    isGone = true;
    return stopping
      ? undefined
      : `The PostgreSQL server (process ${postmaster.pid}) ${how} unasked; see ${cluster.home}/postgres.log.`;
  });
  return {
    port: postmaster.port,
    adopted,
    url: (database, user, password) =>
      address(postmaster.port, database, user ?? 'postgres', user ? password : cluster.password),
    stop: () => (stopping ??= isGone ? Promise.resolve() : postmaster.stop()),
    onExit: listener => void unasked.then(why => why && listener(why)),
  };
}

function address(port: number, database: string, user: string, password: string | undefined): string {
  const login = [user, password].filter(part => part !== undefined).map(part => encodeURIComponent(part));
  return `postgres://${login.join(':')}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
