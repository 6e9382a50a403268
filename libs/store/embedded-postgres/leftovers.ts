// Things made under a temporary name and then renamed into place, so that a process killed half-way leaves nothing that
// looks finished. What it does leave behind is removed here, at a later start.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serversIn, stateOf } from './processes.js';

const MADE_BY = /\.making-(\d+)-[0-9a-f]+$/;

/** A name beside `final` that says which process is making it. */
export function temporaryName(final: string): string {
  return `${final}.making-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Removes what processes that no longer live were making in this folder. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const maker = MADE_BY.exec(name)?.[1];
    if (!maker || stateOf(Number(maker)) === 'living') continue;
    const path = join(folder, name);
    // initdb outlives a killed maker by a moment and would fight us for the files: then the next start removes them.
    if (serversIn(path, undefined).length === 0) removeTree(path);
  }
}

/**
 * Removes a file or a tree. Root does it as the tree's owner first: within its own tree an account could swap a folder for
 * a link while we walk, and root would follow it out.
 */
export function removeTree(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (process.getuid?.() === 0 && stat.uid !== 0 && stat.isDirectory())
    spawnSync('rm', ['-rf', '--', path], { uid: stat.uid, gid: stat.gid, cwd: '/', stdio: 'ignore' });
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}
