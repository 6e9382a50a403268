// The api brought up in order, and taken down in the opposite one: database, door, and the side door for those who run it.
import type { Configuration } from '#configuration';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDataSource, erasureList } from '#store';
import { tell, tracesOf, type End } from '#telemetry';
import { AppModule } from './app.module.js';
import { ErasureGate } from './erasure/erasure-gate.js';
import { doorOf } from './http/door-of.js';
import { Drain } from './http/drain.js';
import { createHttpApp } from './http/http-app.js';
import { logFault } from './log-fault.js';
import { doorPages } from './sessions/door-pages.js';
import { providerOf } from './sessions/provider-of.js';
import { timesOf } from './sessions/times.js';
import { openApiSideDoor } from './side-door.js';

/** Where `npm run build` puts the web app, beside what it compiled of this. */
const WEB = fileURLToPath(new URL('../../web', import.meta.url));

/** Resolves when it serves. It ends with code 1 when requests had to be cut off. */
export async function startApi(configuration: Configuration<'api'>, endWith: (end: End) => void): Promise<void> {
  const traces = configuration.OTEL_EXPORTER_OTLP_ENDPOINT ? await tracesOf('api') : undefined;
  const { DATABASE_URL: url, DATABASE_POOL: poolSize, WORKER_LAG_SECONDS: longestWait } = configuration;
  const dataSource = await createDataSource({ url, role: 'assent_application', poolSize }).initialize();
  const erasures = new ErasureGate(dataSource, erasureList(path.resolve(configuration.ASSENT_HOME)));
  await erasures.open();
  const drain = new Drain();
  const times = timesOf(configuration);
  const signingIn = { dataSource, times, provider: providerOf(configuration) };
  const app = await createHttpApp(
    AppModule.over(erasures, logFault, { times, longestWait, chromium: configuration.CHROMIUM }),
    {
      ...{ logFault, logger: false, drain, web: WEB, pages: doorPages(signingIn, logFault) },
      ...doorOf(configuration),
    },
  );
  const sideDoor = await openApiSideDoor(configuration, { dataSource, app, drain });
  await app.listen(configuration.PORT, configuration.HOST);
  endWith(async () => {
    tell('draining', { inHand: drain.count });
    const cutOff = await drain.end(app, configuration.DRAIN_SECONDS);
    tell('drained', { cutOff });
    await sideDoor?.close();
    await traces?.close();
    return cutOff > 0 ? 1 : 0;
  });
  const address = (await app.getUrl()).replace('[::1]', 'localhost');
  tell('serving', { address });
  process.send?.({ ready: address });
}
