// Asking whatever listens on a port of this machine whether it is a PostgreSQL server, and whether it is ours.
import { realpathSync } from 'node:fs';
import { connect } from 'node:net';
import pg from 'pg';
import { SECOND } from './wait.js';

const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const PATIENCE = 2 * SECOND;

/** True when the port speaks PostgreSQL's protocol: an SSLRequest is answered with S or N, even during recovery. */
export function answersLikePostgres(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PATIENCE, () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => resolve(false));
    socket.on('connect', () => socket.write(SSL_REQUEST));
    socket.on('data', bytes => end(bytes[0] === 0x53 || bytes[0] === 0x4e));
  });
}

export type Identity = 'ours' | 'another' | 'wrong password' | 'no answer';

/** Logs in and compares the data folder. `no answer` also stands for a server that is starting up or shutting down. */
export async function identify(port: number, password: string, data: string): Promise<Identity> {
  if (!(await answersLikePostgres(port))) return 'no answer';
  const login = { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres', ssl: false };
  const client = new pg.Client({ ...login, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
  client.on('error', () => undefined); // a connection that breaks is told by the query
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return realpathSync(rows[0]?.data_directory ?? '') === data ? 'ours' : 'another';
  } catch (error) {
    return (error as { code?: string }).code === '28P01' ? 'wrong password' : 'no answer';
  } finally {
    await client.end().catch(() => undefined);
  }
}
