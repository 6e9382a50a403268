// The facts of reports follow the ledger at a pace of their own: were they to fail, entries get their places and are sealed all the same.
import type { DataSource } from 'typeorm';
import { foldFacts } from '#store';
import { faultFields, tell } from '#telemetry';
import { pause } from './pause.js';

/** Milliseconds between two looks: when there was nothing more to do, and after a failure. */
const pauses = { idle: 1_000, failing: 5_000 };

/** Resolves when it was told to stop and the batch in hand is committed. */
export async function keepReporting(dataSource: DataSource, stopping: AbortSignal): Promise<void> {
  let isFailing = false;
  while (!stopping.aborted) {
    try {
      const entries = await foldFacts(dataSource);
      if (isFailing) tell('reporting-resumed', {});
      isFailing = false;
      if (entries === 0) await pause(pauses.idle, stopping);
    } catch (error) {
      // Said once for each outage, however long it lasts.
      if (!isFailing) tell('reporting-failed', faultFields(error));
      isFailing = true;
      await pause(pauses.failing, stopping);
    }
  }
}
