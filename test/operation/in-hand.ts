// A command that stays in hand for as long as a story likes, and a connection on which nothing is asked.
import { once } from 'node:events';
import { connect } from 'node:net';
import pg from 'pg';

export interface Lock {
  /** Pieces of work that wait for it. */
  waiters(): Promise<number>;
  release(): Promise<void>;
}

/** Every command has to wait, at the moment when it writes its receipt. */
export async function holdReceipts(url: string): Promise<Lock> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await client.query('lock table command_receipt in share mode');
  const waiting = `select count(*)::int as waiting from pg_locks where relation = 'command_receipt'::regclass and not granted`;
  return {
    waiters: async () => (await client.query<{ waiting: number }>(waiting)).rows[0]!.waiting,
    release: () => client.end(),
  };
}

/** Open, and silent; `closed` resolves when the other side hangs up. */
export async function openSilentConnection(url: string): Promise<{ closed: Promise<unknown> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.resume();
  return { closed: once(socket, 'close') };
}
