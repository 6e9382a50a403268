// Jobs: the same list by one SQL statement, once through a bare pg client and once behind a raw HTTP server.
import { fork } from 'node:child_process';
import { once as onceOf } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openDatabase } from './database.mjs';
import { openClient } from './http-client.mjs';
import { listStatement, pageSize } from './list-statement.mjs';

const check = edges => {
  if (edges.length !== pageSize) throw new Error(`${edges.length} proposals in place of ${pageSize}.`);
};

export async function bareListJob({ url, clients }) {
  const players = Array.from({ length: clients }, async () => {
    const client = await openDatabase(url);
    const once = async () => check((await client.query(listStatement)).rows[0].edges);
    return { once, forget: () => {}, close: () => client.end() };
  });
  return { name: 'list of 50, bare pg', players: await Promise.all(players) };
}

export async function rawHttpListJob({ url, clients }) {
  const server = fork(fileURLToPath(new URL('raw-http-server.mjs', import.meta.url)), { env: { DATABASE_URL: url } });
  const [port] = await onceOf(server, 'message');
  const players = Array.from({ length: clients }, () => {
    const client = openClient(port);
    const once = async () => check(JSON.parse((await client.post('/list', '-', '{}')).body));
    return { once, forget: () => {}, close: client.close };
  });
  const close = () => server.disconnect();
  return { name: 'list of 50, raw http', players, close };
}
