// A wait that ends early when the process is told to stop.
import { setTimeout as sleep } from 'node:timers/promises';

export async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal: stopping });
  } catch (error) {
    if (!stopping.aborted) throw error;
  }
}
