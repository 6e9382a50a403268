// One of the product's programs as a process of its own: what it logs, where it says that it listens, and how it ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../launcher/product.js';

export type Line = { event: string; part: string; level: string } & Record<string, any>;

export interface Program {
  process: ChildProcess;
  /** All that it printed, to both outputs. */
  said(): string;
  /** The events of this name that it logged so far, as JSON. */
  told(event: string): Line[];
  /** The first event of this name, waited for. Rejects with what it said when it ends before that. */
  tells(event: string): Promise<Line>;
  ended: Promise<number | null>;
  /** SIGTERM, and its exit code. */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** With the most talkative log there is. */
export function startProgram(name: 'api' | 'worker' | 'launcher', env: Record<string, string>): Program {
  const child = spawn(process.execPath, [`dist/apps/${name}/main.js`], {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'debug', LOG_FORMAT: 'json', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let isOver = false;
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    isOver = true;
    return code as number | null;
  });
  const told = (event: string): Line[] => linesOf(said).filter(line => line.event === event);
  return {
    process: child,
    said: () => said,
    told,
    tells: async event => {
      await eventually(`${name} tells ${event}`, () => isOver || told(event).length > 0);
      const [line] = told(event);
      if (!line) throw new Error(`The ${name} ended before it told ${event}: ${said}`);
      return line;
    },
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** A program's whole lines that are JSON. */
export const linesOf = (said: string): Line[] =>
  said
    .split('\n')
    .slice(0, -1)
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as Line);

/** Ends what a story that failed left running. */
export const endAll = (): void => running.forEach(child => child.kill('SIGKILL'));
