// The resident memory of the api, which is a child of the launcher. Linux only: elsewhere NaN.
import { existsSync, readFileSync } from 'node:fs';

export function residentMegabytes(launcher) {
  const children = `/proc/${launcher}/task/${launcher}/children`;
  if (!existsSync(children)) return Number.NaN;
  const api = readFileSync(children, 'utf8')
    .trim()
    .split(' ')
    .find(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/api/main.js'));
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${api}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
