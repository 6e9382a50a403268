// The api put together: GraphQL over the store, health, and the door.
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { DataSource } from 'typeorm';
import { readingRecorder, type SessionTimes } from '#store';
import { CsvController, RECORD_READING } from './csv/csv.controller.js';
import type { ErasureGate } from './erasure/erasure-gate.js';
import type { LogFault } from './graphql/faults.js';
import { GRAPHQL_OPTIONS, graphqlOptions } from './graphql/options.js';
import { HealthController } from './health/health.controller.js';
import { READINESS_PROBE } from './health/readiness.js';
import { StoreProbe } from './health/store-probe.js';
import { AUTHENTICATE } from './http/authentication.js';
import { contextExtras } from './identity/context.js';
import { authenticator } from './identity/authenticator.js';
import { recordAuditors } from './identity/record-auditors.js';
import { Live } from './live/live.js';
import { RECOGNISE } from './live/open-sockets.js';
import { CHROMIUM, PaperController } from './paper/paper.controller.js';
import { PLAIN_REQUESTS, PlainRequests } from './identity/plain-requests.js';
import { ReceiptController } from './ledger/receipt.controller.js';
import { resolvers } from './schema/resolvers.js';

/** Closes the pool after the last request was answered. */
class StoreCloser implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}

@Module({})
export class AppModule {
  /** `erasures` is over the data source, which is closed with the application; `longestWait`, in seconds, is the worker's. */
  static over(
    erasures: ErasureGate,
    logFault: LogFault,
    {
      times,
      longestWait = Infinity,
      chromium,
    }: { times: SessionTimes; longestWait?: number; chromium?: string | undefined },
  ): DynamicModule {
    const { dataSource } = erasures;
    const extras = contextExtras(erasures, times);
    const options = graphqlOptions(logFault, extras);
    const record = readingRecorder(dataSource);
    const plugins = [...(options.plugins ?? []), recordAuditors(record, logFault)];
    return {
      module: AppModule,
      imports: [GraphQLModule.forRoot({ ...options, plugins })],
      controllers: [HealthController, CsvController, PaperController, ReceiptController],
      providers: [
        ...resolvers,
        { provide: PLAIN_REQUESTS, useValue: new PlainRequests(extras, record) },
        { provide: AUTHENTICATE, useValue: authenticator(dataSource, times) },
        { provide: RECOGNISE, useValue: authenticator(dataSource, times, false) },
        { provide: CHROMIUM, useValue: chromium },
        { provide: RECORD_READING, useValue: record },
        { provide: GRAPHQL_OPTIONS, useValue: options },
        { provide: Live, useValue: new Live(dataSource) },
        { provide: READINESS_PROBE, useValue: new StoreProbe(erasures, longestWait) },
        { provide: StoreCloser, useValue: new StoreCloser(dataSource) },
      ],
    };
  }
}
