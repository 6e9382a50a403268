// `npm run faults` as stories start it, and how they read its report.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The report of a campaign that ended as it should. Throws with all of it where it did not. */
export async function faults(...args: string[]): Promise<string> {
  const program = ['--import', './test/postgres/typescript.mjs', 'test/faults/main.ts', ...args];
  const child = spawn(process.execPath, program, { env: { PATH: process.env['PATH'] ?? '' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The campaign ended with code ${code}:\n${said}`);
  return said;
}

/** The cells of the row that begins with this one. */
export const rowOf = (said: string, first: string): string[] =>
  said
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))
    .find(cells => cells[1] === first)
    ?.slice(2, -1) ?? [];

/** By their keys, as docs/faults.md has them. */
export const invariants = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'R', 'P', 'L'];

/** How many the invariant looked at of what it names so. */
export const examined = (said: string, key: string, what: string): number =>
  Number(new RegExp(`(?:^|, )${what} (\\d+)`).exec(rowOf(said, key)[1] ?? '')?.[1] ?? 0);
