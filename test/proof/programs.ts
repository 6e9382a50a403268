// The compiled worker and witness as processes of their own, for stories that kill them.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { OwnDatabase } from '../harness/index.js';

export interface Program {
  process: ChildProcess;
  /** What it said when it was ready. */
  ready: string;
  /** All that it printed, to both outputs. */
  said(): string;
  /** Resolves when it has ended. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

const running = new Set<ChildProcess>();

/** Rejects with what it said when it ends before it is ready. */
async function start(module: string, args: string[], env: Record<string, string>): Promise<Program> {
  const child = fork(module, args, { env: { PATH: process.env['PATH'] ?? '', ...env }, silent: true, execArgv: [] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [ready] = await Promise.race([
    once(child, 'message').then(([message]) => [(message as { ready: string }).ready]),
    once(child, 'exit').then(() => []),
  ]);
  if (ready === undefined) throw new Error(`It ended before it was ready: ${said}`);
  const end: Program['end'] = async signal => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return { process: child, ready, said: () => said, end };
}

export const startWorker = (
  { url }: OwnDatabase,
  signerHome: string,
  env: Record<string, string> = {},
): Promise<Program> =>
  start('dist/apps/worker/main.js', [], {
    ...{ DATABASE_URL: url, SIGNER_HOME: signerHome, SIGNER_CREATE_KEY: '1', LOG_FORMAT: 'text', LOG_LEVEL: 'warn' },
    ...env,
  });

export const startWitness = (home: string, log: string, port: number): Promise<Program> =>
  start(
    'dist/apps/witness/main.js',
    ['--home', home, '--name', 'witness.example.org', '--log', log, '--port', String(port)],
    {},
  );

/** Ends what a story that failed half-way left running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
