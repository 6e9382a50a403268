// What the api's process takes from the machine, as Linux tells it; elsewhere NaN.
import { existsSync, readFileSync } from 'node:fs';

/** The process of the api, a child of the launcher; undefined where that cannot be known. */
export function apiOf(launcher) {
  const children = `/proc/${launcher}/task/${launcher}/children`;
  if (!existsSync(children)) return undefined;
  return readFileSync(children, 'utf8')
    .trim()
    .split(' ')
    .find(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/api/main.js'));
}

export function residentMegabytes(api) {
  if (api === undefined) return Number.NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${api}/status`, 'utf8'))?.[1]) / 1024;
}

/** How long its main thread has been running so far, whatever else the machine did. */
export function busyMilliseconds(api) {
  if (api === undefined) return Number.NaN;
  return Number(readFileSync(`/proc/${api}/task/${api}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}
