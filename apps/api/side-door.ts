// Metrics and health of the api on a port of their own, where METRICS_PORT names one. It stays open to the very end.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import type { Configuration } from '#configuration';
import { poolState, workerLag } from '#store';
import { openMetrics, openSideDoor, tell, type SideDoor } from '#telemetry';
import { READINESS_PROBE, type ReadinessProbe } from './health/readiness.js';
import { DRAINING, type Drain } from './http/drain.js';
import { Live } from './live/live.js';
import { socketsOf } from './live/open-sockets.js';

interface Running {
  dataSource: DataSource;
  app: NestFastifyApplication;
  drain: Drain;
}

export async function openApiSideDoor(
  { METRICS_PORT: port, METRICS_HOST: host }: Configuration<'api'>,
  { dataSource, app, drain }: Running,
): Promise<SideDoor | undefined> {
  if (port === undefined) return undefined;
  const metrics = openMetrics();
  metrics.gauge('assent_pool_connections', 'Connections to the database.', () => poolState(dataSource).size);
  metrics.gauge('assent_pool_waiting', 'Work that waits for a connection.', () => poolState(dataSource).waiting);
  metrics.gauge('assent_requests_in_hand', 'Requests that are not answered yet.', () => drain.count);
  const live = app.get(Live, { strict: false });
  metrics.gauge('assent_subscriptions_open', 'Subscriptions of people who look.', () => live.count);
  metrics.gauge('assent_sockets_open', 'WebSockets.', () => socketsOf(app).count);
  metrics.gauge('assent_worker_lag_seconds', 'Age of the oldest entry that has no place yet.', () =>
    // While the database is down it is not known, and /readyz says why.
    workerLag(dataSource).catch(() => undefined),
  );
  const probe = app.get<ReadinessProbe>(READINESS_PROBE, { strict: false });
  const isReady = async () => (drain.isDraining ? DRAINING : probe.check());
  const sideDoor = await openSideDoor({ port, host, metrics, isReady });
  tell('watched', { address: sideDoor.address });
  return sideDoor;
}
