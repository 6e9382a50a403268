// The compiled product as a process of its own, as `npm start` runs it: what it says, which processes it has, and how it ends.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { stateOf } from '../../libs/store/embedded-postgres/processes.js';
import { waitUntil } from '../../libs/store/embedded-postgres/wait.js';
import { removeHome, serverProcess } from '../postgres/story-tools.js';

const patience = 60_000;

/** Installs and builds what is missing; nothing when both are done. */
export function makeReady(): void {
  const { status, stderr } = spawnSync(process.execPath, ['tools/ready.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tools/ready.mjs did not succeed: ${stderr}`);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Bounded: a condition that never comes true says which one it was. */
export async function eventually(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`It never came to this: ${what}.`);
    await waitUntil(() => false, 50, 50);
  }
}

export const isAlive = (pid: number): boolean => stateOf(pid) === 'living';

export interface Product {
  process: ChildProcess;
  url: string;
  /** All that it has printed, to both outputs. */
  said(): string;
  /** Resolves when it says that it serves; rejects with what it said when it ends before that. */
  serves: Promise<void>;
  ended: Promise<number | null>;
  /** The number of its api, worker or launcher process. */
  pid(part: 'api' | 'worker' | 'provider'): number;
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();

export function startProduct(home: string, port: number, env: Record<string, string> = {}): Product {
  const own = { PATH: process.env['PATH'] ?? '', ASSENT_HOME: home, PORT: String(port), ...env };
  const child = spawn(process.execPath, ['dist/apps/launcher/main.js'], {
    env: own,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  let isOver = false;
  void ended.then(() => (isOver = true));
  const serves = eventually('it serves', () => isOver || said.includes('Assent answers at')).then(() => {
    if (!said.includes('Assent answers at')) throw new Error(`It ended before it served: ${said}`);
  });
  serves.catch(() => undefined); // a story that expects a refusal waits for the end instead
  return {
    process: child,
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    serves,
    ended,
    pid: part => childOf(child.pid!, `dist/apps/${part}/main.js`),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** The number of the child process whose command line holds these words; 0 for none. */
function childOf(parent: number, words: string): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const line = stdout.split('\n').find(each => {
    const [, ppid] = each.trim().split(/\s+/);
    return Number(ppid) === parent && each.includes(words);
  });
  return Number(line?.trim().split(/\s+/)[0] ?? 0);
}

/** Ends what a story that failed half-way left running, then the server of the home, and removes the home. */
export async function cleanUp(home: string): Promise<void> {
  for (const child of running) child.kill('SIGKILL');
  await removeHome(home);
}

export interface Access {
  persona: string;
  name: string;
  organisation: string;
  roles: string[];
  token: string;
}

export const accessOf = (home: string): Access[] =>
  JSON.parse(readFileSync(join(home, 'demo-access.json'), 'utf8')) as Access[];

/** Undefined while nobody answers. */
export async function ask(
  url: string,
  home: string,
  persona: string,
  query: string,
  variables: object = {},
): Promise<any> {
  const token = accessOf(home).find(each => each.persona === persona)?.token;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  try {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return ((await answer.json()) as { data?: unknown }).data ?? undefined;
  } catch {
    return undefined;
  }
}

export async function statusOf(url: string, path: string): Promise<number> {
  try {
    return (await fetch(`${url}${path}`)).status;
  } catch {
    return 0;
  }
}

/** Is the server process that this home's postmaster.pid names alive? */
export function databaseIsUp(home: string): boolean {
  try {
    return isAlive(serverProcess(home));
  } catch {
    return false;
  }
}
