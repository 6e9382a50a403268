// The worker brought up and taken down: its connection, its work, and the side door for those who run it.
import type { DataSource } from 'typeorm';
import type { Configuration } from '#configuration';
import { createDataSource, storeParts, workerLag } from '#store';
import { openMetrics, openSideDoor, tell, tracesOf, type End, type Readiness, type SideDoor } from '#telemetry';
import { keepSequencing } from './keep-sequencing.js';

/** Resolves when it works. It ends after the batch in hand. */
export async function startWorker(configuration: Configuration<'worker'>, endWith: (end: End) => void): Promise<void> {
  const traces = configuration.OTEL_EXPORTER_OTLP_ENDPOINT ? await tracesOf('worker') : undefined;
  const dataSource = createDataSource({ url: configuration.DATABASE_URL, role: 'assent_worker', poolSize: 2 });
  await dataSource.initialize();
  const stopping = new AbortController();
  const sideDoor = await openWorkerSideDoor(configuration, dataSource, stopping.signal);
  const work = keepSequencing(dataSource, stopping.signal);
  endWith(async () => {
    stopping.abort();
    await work;
    await dataSource.destroy();
    await sideDoor?.close();
    await traces?.close();
    tell('drained', { cutOff: 0 });
    return 0;
  });
  process.send?.({ ready: 'worker' });
}

/** Where WORKER_PORT names a port. */
async function openWorkerSideDoor(
  { WORKER_PORT: port, METRICS_HOST: host, WORKER_LAG_SECONDS: longestWait }: Configuration<'worker'>,
  dataSource: DataSource,
  stopping: AbortSignal,
): Promise<SideDoor | undefined> {
  if (port === undefined) return undefined;
  const metrics = openMetrics();
  metrics.gauge('assent_worker_lag_seconds', 'Age of the oldest entry that has no place yet.', () =>
    // While the database is down it is not known, and /readyz says why.
    workerLag(dataSource).catch(() => undefined),
  );
  const isReady = () => readiness(dataSource, longestWait, stopping);
  const sideDoor = await openSideDoor({ port, host, metrics, isReady });
  tell('watched', { address: sideDoor.address });
  return sideDoor;
}

/** Unlike the api, a worker that is behind is not ready: nothing else is asked of it. */
async function readiness(dataSource: DataSource, longestWait: number, stopping: AbortSignal): Promise<Readiness> {
  if (stopping.aborted) return { ready: false, parts: { process: 'draining' } };
  const parts = await storeParts(dataSource, longestWait);
  return { ready: parts.worker === 'ok', parts: { ...parts } };
}
