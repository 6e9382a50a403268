// A process of the product under the launcher's eye: started, known to be ready, started again when it dies, stopped in order.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultFields, tell } from '#telemetry';

export interface ChildOptions {
  /** For people: `api`. */
  name: string;
  /** The compiled module. */
  module: URL;
  env: Record<string, string>;
  /** How long it may take to end when it is told to. */
  drainSeconds: number;
}

/** Milliseconds between a death and the next start; it doubles while deaths follow quickly. */
const pauses = { first: 250, longest: 10_000, calmAfter: 30_000 };
/** Milliseconds beyond its time to drain, after which it is killed. */
const grace = 5_000;

export class ChildFailedError extends Error {}

export class Child {
  private process?: ChildProcess;
  private isStopping = false;
  private pause = pauses.first;

  constructor(private readonly options: ChildOptions) {}

  /** Resolves with what the process said when it could serve: the api's address. Rejects when it ends before that. */
  async start(): Promise<string> {
    const { name, module, env } = this.options;
    // Ctrl-C in a terminal reaches it as well: it drains then, and the launcher, which stops too, waits for that.
    const child = fork(module, {
      env: { NODE_ENV: 'production', ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.process = child;
    const startedAt = Date.now();
    const ready = await Promise.race([
      once(child, 'message').then(([message]) => (message as { ready: string }).ready),
      once(child, 'exit').then(() => undefined),
    ]);
    if (ready === undefined) throw new ChildFailedError(`The ${name} ended before it was ready.`);
    child.once('exit', (code, signal) => this.onExit(startedAt, signal ?? `code:${code}`));
    return ready;
  }

  private onExit(startedAt: number, how: string): void {
    if (this.isStopping) return;
    if (Date.now() - startedAt > pauses.calmAfter) this.pause = pauses.first;
    tell('child-ended', { child: this.options.name, how });
    void this.restart();
  }

  private async restart(): Promise<void> {
    await sleep(this.pause);
    this.pause = Math.min(this.pause * 2, pauses.longest);
    if (this.isStopping) return;
    try {
      await this.start();
    } catch (error) {
      tell('child-failed', { child: this.options.name, ...faultFields(error) });
      void this.restart();
    }
  }

  /** SIGTERM, so that what is in hand is finished; SIGKILL for what does not end in its time. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), this.options.drainSeconds * 1000 + grace);
    await ended;
    clearTimeout(late);
  }
}
