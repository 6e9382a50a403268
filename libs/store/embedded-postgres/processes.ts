// What the system knows about processes: does one live, and which servers are at work in a folder.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { type Account, identity } from './account.js';

const NAMES = ['postgres', 'initdb'];

/**
 * A zombie answers kill(pid, 0) like a living process, and where PID 1 does not reap (many containers) it stays for good.
 * PostgreSQL takes it for a running server; we must not.
 */
export function stateOf(pid: number): 'living' | 'zombie' | 'gone' {
  if (pid < 1) return 'gone'; // kill(0) would ask for our own process group
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'gone';
  }
  return /^[ZX]/.test(statusLetter(pid)) ? 'zombie' : 'living';
}

function statusLetter(pid: number): string {
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'stat=', '-p', `${pid}`]).stdout?.toString() ?? '';
  return statusLine(pid)?.state ?? '';
}

/** Name and state from /proc; the name stands in brackets and may itself hold brackets and spaces. */
function statusLine(pid: number | string): { name: string; state: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    return { name: text.slice(text.indexOf('(') + 1, end), state: text.slice(end + 2, end + 3) };
  } catch {
    return undefined; // it ended while we looked
  }
}

/** Sends a signal to a process that may just have ended. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * The living PostgreSQL processes whose working folder is `folder` (a real path). Every server process stands in its data
 * folder before it writes postmaster.pid and until it ends, so this knows ours from a stranger with a recycled number.
 */
export function serversIn(folder: string, account: Account | undefined, among?: number): number[] {
  const found = process.platform === 'linux' ? foldersByProc(account, among) : foldersByLsof(account);
  return found.filter(one => one.folder === folder && (among ?? one.pid) === one.pid).map(one => one.pid);
}

interface WorkingFolder {
  readonly pid: number;
  readonly folder: string;
}

function foldersByProc(account: Account | undefined, among?: number): WorkingFolder[] {
  const all = among ? [`${among}`] : readdirSync('/proc').filter(name => /^\d+$/.test(name));
  const pids = all.filter(pid => NAMES.includes(statusLine(pid)?.name ?? ''));
  // Asked as the account: in a container even root may not read the cwd of another user's process (no CAP_SYS_PTRACE).
  const script = 'for p; do printf "%s %s\\n" "$p" "$(readlink "/proc/$p/cwd")"; done';
  const child = spawnSync('/bin/sh', ['-c', script, 'sh', ...pids], {
    ...identity(account),
    cwd: '/',
    encoding: 'utf8',
  });
  return child.stdout.split('\n').map(line => {
    const space = line.indexOf(' ');
    return { pid: Number(line.slice(0, space)), folder: line.slice(space + 1) };
  });
}

/** macOS has no /proc; lsof belongs to the system there. Its answer: a line `p<pid>`, then `fcwd`, then `n<folder>`. */
export function foldersByLsof(account: Account | undefined): WorkingFolder[] {
  const names = NAMES.flatMap(name => ['-c', name]);
  const child = spawnSync('lsof', ['-n', '-P', '-w', '-a', '-d', 'cwd', ...names, '-Fpn'], {
    ...identity(account),
    cwd: '/',
    encoding: 'utf8',
  });
  const found: WorkingFolder[] = [];
  let pid = 0;
  for (const line of (child.stdout ?? '').split('\n')) {
    if (line.startsWith('p')) pid = Number(line.slice(1));
    if (line.startsWith('n')) found.push({ pid, folder: line.slice(1) });
  }
  return found;
}
