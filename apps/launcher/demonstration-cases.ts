// The demonstration's proposals: case files played through the public API by the people concerned, so that they are in the
// ledger like any others. Played once, on a port of their own, before anybody else is let in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accessFile } from './demonstration.js';

export class DemonstrationError extends Error {}

const folder = fileURLToPath(new URL('./demonstration/', import.meta.url));
const player = fileURLToPath(new URL('../scenario/main.js', import.meta.url));

/** Throws a DemonstrationError with what the player said when a case did not go as it is written: a fault of this release. */
export async function playDemonstrationCases(url: string, home: string): Promise<void> {
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => `${folder}${name}`);
  const child = spawn(process.execPath, [player, ...files, '--url', url, '--access', accessFile(home)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new DemonstrationError(`The demonstration's cases did not play as written:\n${said}`);
}
