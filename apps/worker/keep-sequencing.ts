// The worker's work: batch after batch while there is something to place, then a pause.
import type { DataSource } from 'typeorm';
import { sequenceBatch } from '#store';
import { faultFields, inSpan, tell } from '#telemetry';
import { pause } from './pause.js';

/** Milliseconds between two looks: when there was nothing more to do, and while the database fails. */
const pauses = { idle: 250, failing: 1_000 };
/** Entries placed in one transaction at most. */
const batch = 1000;

/** Resolves when it was told to stop and the batch in hand is committed. An outage is waited out: nothing is lost by being late. */
export async function keepSequencing(
  dataSource: DataSource,
  stopping: AbortSignal,
  /** What follows on each batch, even an empty one. */
  follow: (entries: number) => Promise<void>,
): Promise<void> {
  let isFailing = false;
  while (!stopping.aborted) {
    try {
      const entries = await placeBatch(dataSource);
      await follow(entries);
      if (isFailing) tell('sequencing-resumed', {});
      isFailing = false;
      if (entries < batch) await pause(pauses.idle, stopping);
    } catch (error) {
      // Said once for each outage, however long it lasts.
      if (!isFailing) tell('sequencing-failed', faultFields(error));
      isFailing = true;
      await pause(pauses.failing, stopping);
    }
  }
}

async function placeBatch(dataSource: DataSource): Promise<number> {
  const began = performance.now();
  const entries = await inSpan({ name: 'batch', isRoot: true }, () => sequenceBatch(dataSource, batch));
  if (entries > 0) tell('batch-sequenced', { entries, ms: Math.round(performance.now() - began) });
  return entries;
}
