// The back door as a process: gives new entries their place in the whole ledger. Several may run; one at a time does the work.
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource, sequenceBatch } from '#store';

const pause = 250;
const batch = 1000;

async function main(): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set: the worker does not know which database to work on.');
  const dataSource = await createDataSource({ url, role: 'assent_worker', poolSize: 2 }).initialize();
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => stopping.abort());
  process.send?.({ ready: 'worker' });
  while (!stopping.signal.aborted) {
    if (!(await placed())) await sleep(pause, undefined, { signal: stopping.signal }).catch(ignoreAbort);
  }
  await dataSource.destroy();
  process.disconnect?.();

  /** True while there is more to do at once. An outage of the database is waited out: nothing is lost by being late. */
  async function placed(): Promise<boolean> {
    try {
      return (await sequenceBatch(dataSource, batch)) === batch;
    } catch (error) {
      console.error(`The worker could not sequence: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  process.disconnect?.();
});
