// Two apis over one database, each with its own pool and its own ear, and the worker's hand that gives entries their places.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { erasureList, sequenceBatch } from '#store';
import { AppModule } from '../../apps/api/app.module.js';
import { ErasureGate } from '../../apps/api/erasure/erasure-gate.js';
import { createHttpApp, type HttpAppOptions } from '../../apps/api/http/http-app.js';
import { openApi, sessionTimes, type OpenApi } from '../harness/index.js';
import { unhindered } from '../harness/unhindered.js';

export interface Two {
  api: OpenApi;
  other: { app: NestFastifyApplication; url: string };
  /** All that is recorded gets its place, as the worker does it four times a second. */
  place(): Promise<void>;
  close(): Promise<void>;
}

/** `options` are of the other one. */
export async function openTwo(options: Partial<HttpAppOptions> = {}): Promise<Two> {
  const api = await openApi();
  const worker = await api.store.connect('assent_worker');
  const erasures = new ErasureGate(await api.store.connect('assent_application'), erasureList(api.home));
  await erasures.open();
  const logFault = (fault: OpenApi['faults'][number]): void => void api.faults.push(fault);
  const app = await createHttpApp(AppModule.over(erasures, logFault, { times: sessionTimes }), {
    ...{ logFault, logger: false, rates: unhindered },
    ...options,
  });
  await app.listen(0, '127.0.0.1');
  return {
    api,
    other: { app, url: await app.getUrl() },
    place: async () => {
      while ((await sequenceBatch(worker)) > 0);
    },
    close: async () => {
      await app.close();
      await api.close();
    },
  };
}
