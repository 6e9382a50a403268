// Waiting, always with a bound. No wait in this folder goes round this file.
import { setTimeout as pause } from 'node:timers/promises';

export { pause };

export const SECOND = 1000;

/** Asks `check` every `every` milliseconds; true as soon as it says so, false when `within` milliseconds have passed. */
export async function waitUntil(check: () => boolean, within: number, every = 15): Promise<boolean> {
  const deadline = performance.now() + within;
  while (!check()) {
    if (performance.now() > deadline) return false;
    await pause(every);
  }
  return true;
}
