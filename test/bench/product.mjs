// The product under test: the launcher on a home of its own, with PostgreSQL as durable as anybody gets it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '#store';

const launcher = fileURLToPath(new URL('../../dist/apps/launcher/main.js', import.meta.url));
const longestStart = 180_000;

/** An empty home that the database's account can enter, too. */
export function makeHome() {
  const home = mkdtempSync(path.join(tmpdir(), 'assent-bench-'));
  chmodSync(home, 0o755);
  return { home, remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }) };
}

/** Starts the launcher; `readyAfter` is the milliseconds until /readyz said 200. */
export async function startProduct(home, profile) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), ASSENT_HOME: home, ASSENT_DEMO: '1' };
  for (const name of ['DATABASE_URL', 'HOST', 'NODE_ENV']) delete env[name];
  if (profile) env.NODE_OPTIONS = `--cpu-prof --cpu-prof-dir=${path.resolve(profile)}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [launcher], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = keep(child);
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(child, url);
  } catch (error) {
    await stop(child);
    throw new Error(`${error.message}\n${said()}`, { cause: error });
  }
  return { port, pid: child.pid, readyAfter: performance.now() - startedAt, stop: () => stop(child) };
}

function keep(child) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => (text = (text + chunk).slice(-5_000)));
  }
  return () => text.trim();
}

async function untilReady(child, url) {
  const deadline = performance.now() + longestStart;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error('The product ended before it could serve.');
    if (performance.now() > deadline) throw new Error(`The product could not serve within ${longestStart / 1000} s.`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

async function isReady(url) {
  try {
    const answer = await fetch(`${url}/readyz`, { headers: { connection: 'close' } });
    await answer.text();
    return answer.status === 200;
  } catch {
    return false;
  }
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** The access tokens of the demonstration, by persona. */
export function readTokens(home) {
  const access = JSON.parse(readFileSync(path.join(home, 'demo-access.json'), 'utf8'));
  return new Map(access.map(({ persona, token }) => [persona, token]));
}

/** The superuser's address of the running product's database. The server stays the launcher's to stop. */
export async function databaseUrl(home) {
  const server = await startEmbeddedPostgres({ home });
  if (!server.adopted) await server.stop();
  if (!server.adopted) throw new Error('The database was not running.');
  return server.url('assent');
}

/** Settings for the next start of the home's server. */
export const addSettings = (home, lines) =>
  appendFileSync(path.join(home, 'postgres', 'postgresql.conf'), `\n${lines.join('\n')}\n`);
