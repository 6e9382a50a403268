// A process of the product that can be killed at any moment, and started again where it was.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface ProcessOptions {
  name: 'api' | 'worker';
  env: Record<string, string>;
  /** Where its output goes. */
  log: string;
  /** A module that is loaded before it: how a negative control changes the product. */
  imports?: URL;
}

const tries = 20;

export class ProductProcess {
  private child?: ChildProcess;
  private isWanted = false;
  /** How often it was ended by kill -9 while it ran or started. */
  deaths = 0;

  constructor(private readonly options: ProcessOptions) {}

  /** Resolves when it serves. A start that fails, as while the network is cut, is tried again. */
  async start(): Promise<void> {
    this.isWanted = true;
    for (let left = tries; this.isWanted; left -= 1) {
      if (await this.serves(this.fork())) return;
      if (left <= 1) throw new Error(`The ${this.options.name} did not start; see ${this.options.log}.`);
      await sleep(300);
    }
  }

  private fork(): ChildProcess {
    const { name, env, log, imports } = this.options;
    const module = fileURLToPath(new URL(`../../dist/apps/${name}/main.js`, import.meta.url));
    const output = openSync(log, 'a');
    this.child = fork(module, {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', LOG_LEVEL: 'error', ...env },
      execArgv: imports ? ['--import', imports.href] : [],
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    return this.child;
  }

  private async serves(child: ChildProcess): Promise<boolean> {
    return Promise.race([once(child, 'message').then(() => true), once(child, 'exit').then(() => false)]);
  }

  /** kill -9. */
  async kill(): Promise<void> {
    if (await this.end('SIGKILL')) this.deaths += 1;
  }

  /** kill -9, and a start. `stumbles`: at first it dies again, so many milliseconds after it was started. */
  async revive(stumbles?: number): Promise<void> {
    await this.kill();
    if (stumbles !== undefined) {
      this.fork();
      await sleep(stumbles);
      await this.kill();
    }
    await this.start();
  }

  /** kill -9, and a start that is under way is not tried again. */
  async abandon(): Promise<void> {
    this.isWanted = false;
    await this.kill();
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    const late = setTimeout(() => void this.end('SIGKILL'), 25_000);
    await this.end('SIGTERM');
    clearTimeout(late);
  }

  /** False when there was nothing to end. */
  private async end(signal: NodeJS.Signals): Promise<boolean> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return false;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return true;
  }
}
