// The api put together: GraphQL over the store, health, and the door.
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { DataSource } from 'typeorm';
import { authenticate, readingRecorder, type Viewer } from '#store';
import type { ErasureGate } from './erasure/erasure-gate.js';
import type { LogFault } from './graphql/faults.js';
import { graphqlOptions } from './graphql/options.js';
import { HealthController } from './health/health.controller.js';
import { READINESS_PROBE } from './health/readiness.js';
import { StoreProbe } from './health/store-probe.js';
import { AUTHENTICATE, type Authenticate } from './http/authentication.js';
import { contextExtras } from './identity/context.js';
import { PLAIN_REQUESTS, PlainRequests } from './identity/plain-requests.js';
import { recordAuditors } from './identity/record-auditors.js';
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
  static over(erasures: ErasureGate, logFault: LogFault, longestWait = Infinity): DynamicModule {
    const { dataSource } = erasures;
    const authenticateToken: Authenticate<Viewer> = token => authenticate(dataSource, token);
    const [extras, record] = [contextExtras(erasures), readingRecorder(dataSource)];
    const options = graphqlOptions(logFault, extras);
    const plugins = [...(options.plugins ?? []), recordAuditors(record, logFault)];
    return {
      module: AppModule,
      imports: [GraphQLModule.forRoot({ ...options, plugins })],
      controllers: [HealthController, ReceiptController],
      providers: [
        ...resolvers,
        { provide: PLAIN_REQUESTS, useValue: new PlainRequests(extras, record) },
        { provide: AUTHENTICATE, useValue: authenticateToken },
        { provide: READINESS_PROBE, useValue: new StoreProbe(erasures, longestWait) },
        { provide: StoreCloser, useValue: new StoreCloser(dataSource) },
      ],
    };
  }
}
