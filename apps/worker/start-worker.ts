// The worker brought up and taken down: its connection, its work, and the side door for those who run it.
import type { DataSource } from 'typeorm';
import type { Configuration } from '#configuration';
import { signerFolder } from '#keys';
import { createDataSource, ledgerProgress, storeParts, workerLag } from '#store';
import { openMetrics, openSideDoor, tell, tracesOf, type End, type Readiness, type SideDoor } from '#telemetry';
import { keepReporting } from './keep-reporting.js';
import { keepSequencing } from './keep-sequencing.js';
import { Sealer } from './sealer.js';
import { signerHome } from './signer/home.js';
import { keepWitnessed } from './witnesses/keep-witnessed.js';
import { readWitnesses } from './witnesses/read-witnesses.js';

/** Resolves when it works. It ends after the batch in hand. */
export async function startWorker(configuration: Configuration<'worker'>, endWith: (end: End) => void): Promise<void> {
  const witnesses = readWitnesses(configuration);
  const traces = configuration.OTEL_EXPORTER_OTLP_ENDPOINT ? await tracesOf('worker') : undefined;
  const dataSource = createDataSource({ url: configuration.DATABASE_URL, role: 'assent_worker', poolSize: 4 });
  await dataSource.initialize();
  const stopping = new AbortController();
  const home = signerHome(signerFolder(configuration), configuration.LEDGER_ORIGIN);
  const sealer = new Sealer(dataSource, { home, createsKey: configuration.SIGNER_CREATE_KEY ?? false });
  const sideDoor = await openWorkerSideDoor(configuration, { dataSource, sealer }, stopping.signal);
  const work = Promise.all([
    keepSequencing(dataSource, stopping.signal, entries => sealer.follow(entries)),
    keepWitnessed(dataSource, witnesses, stopping.signal),
    keepReporting(dataSource, stopping.signal),
  ]);
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
  { dataSource, sealer }: { dataSource: DataSource; sealer: Sealer },
  stopping: AbortSignal,
): Promise<SideDoor | undefined> {
  if (port === undefined) return undefined;
  const metrics = openMetrics();
  metrics.gauge('assent_worker_lag_seconds', 'Age of the oldest entry that has no place yet.', () =>
    // While the database is down it is not known, and /readyz says why.
    workerLag(dataSource).catch(() => undefined),
  );
  metrics.gauge('assent_signer_refuses', '1 while the signer refuses to sign: an alarm.', () =>
    Number(!!sealer.refusal),
  );
  metrics.gauge('assent_unsealed_seconds', 'Since when there are entries in the tree that no checkpoint covers.', () =>
    ledgerProgress(dataSource).then(
      ({ unsealedSeconds }) => unsealedSeconds,
      () => undefined,
    ),
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
  return { ready: parts.worker === 'ok' && parts.ledger !== 'alarm', parts: { ...parts } };
}
