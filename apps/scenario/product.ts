// Starts the product on a free port with an empty home, waits until it can serve, and leaves nothing behind.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Product {
  url: string;
  accessFile: string;
  /** Ends the product and removes its home; safe to call again. */
  stop: () => Promise<void>;
}

export interface Start {
  /** The compiled launcher. */
  launcher: string;
  /** Hears in a sentence how the start goes. */
  progress: (text: string) => void;
  /** How long the start, and the end, may take, in milliseconds. */
  startWithin?: number;
  stopWithin?: number;
}

/** The product did not start; the message holds the last lines that it printed. */
export class NotStarted extends Error {}

interface Running {
  child: ChildProcess;
  home: string;
  url: string;
  lastLines: () => string;
  ended: () => boolean;
}

/** The product, ready to serve; while it starts, `onStop` is given what ends it, so that Ctrl-C can. Throws NotStarted. */
export async function startProduct(start: Start, onStop: (stop: Product['stop']) => void = () => {}): Promise<Product> {
  if (!existsSync(start.launcher)) throw new NotStarted(`The product is not built: ${start.launcher} is missing.`);
  const running = launch(start.launcher, await freePort());
  const stop = stopOnce(running, start.stopWithin ?? 30_000);
  onStop(stop);
  try {
    await untilReady(running, start);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: running.url, accessFile: accessFileOf(running), stop };
}

/** A process group of its own, so that Ctrl-C reaches the product through `stop` only, once. */
function launch(launcher: string, port: number): Running {
  const home = mkdtempSync(join(tmpdir(), 'assent-scenario-'));
  chmodSync(home, 0o711); // the embedded database may run as another user, who has to pass through
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), ASSENT_HOME: home };
  for (const name of ['DATABASE_URL', 'HOST', 'ASSENT_DEMO']) delete env[name];
  const child = spawn(process.execPath, [launcher], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  return { child, home, url: `http://127.0.0.1:${port}`, lastLines: keepLastLines(child), ended: () => ended };
}

function keepLastLines(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: string) => (text = (text + chunk).slice(-20_000));
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep);
  return () => text.trimEnd().split('\n').slice(-20).join('\n');
}

async function untilReady(running: Running, { progress, startWithin = 120_000 }: Start): Promise<void> {
  const started = Date.now();
  progress('Starting the product with an empty home.');
  for (let round = 1; !(await isReady(running)); round += 1) {
    if (running.ended())
      throw new NotStarted(`The product ended before it could serve. It said last:\n${running.lastLines()}`);
    const seconds = Math.round((Date.now() - started) / 1000);
    if (Date.now() - started > startWithin) {
      throw new NotStarted(
        `The product could not serve after ${seconds} seconds. It said last:\n${running.lastLines()}`,
      );
    }
    if (round % 20 === 0) progress(`Still starting, ${seconds} seconds so far.`);
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  progress(`The product is ready at ${running.url}.`);
}

const accessFileOf = ({ home }: Running): string => join(home, 'demo-access.json');

async function isReady(running: Running): Promise<boolean> {
  try {
    const response = await fetch(`${running.url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await response.text();
    return response.status === 200 && existsSync(accessFileOf(running));
  } catch {
    return false;
  }
}

function stopOnce(running: Running, within: number): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= end(running, within));
}

async function end({ child, home, ended }: Running, within: number): Promise<void> {
  if (!ended()) {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    const killer = setTimeout(() => killGroup(child), within);
    await exit;
    clearTimeout(killer);
  }
  killGroup(child);
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** Whatever the launcher started and left behind, and the launcher itself if it does not end. */
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group, which is how it should be.
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
