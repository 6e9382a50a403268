// Running one of PostgreSQL's programs: nothing on its command line that is secret, and what it complained of if it fails.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { OperatorError } from '../operator-error.js';
import type { Program } from './find-program.js';

/** How a command is told to end. */
export const ends = ['SIGTERM', 'SIGINT'] as const;

/** Resolves when it has succeeded. Throws an OperatorError with the last of what it said. */
export async function runProgram(program: Program, args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(program.path, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  // Whoever ends the command ends the program; its end is waited for, so that what is half written can be removed.
  const end = (): void => void child.kill('SIGTERM');
  for (const signal of ends) process.on(signal, end);
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (code === 0) return;
    const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
    throw new OperatorError(`${path.basename(program.path)} ${how}. It said:\n${said.trim()}`);
  } finally {
    for (const signal of ends) process.off(signal, end);
  }
}
