// The shell of the API: one Nest application on Fastify, with its door, its limits and its headers. What it serves comes with the module.
import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LogFault } from '../graphql/faults.js';
import { LIMITS } from '../graphql/limits.js';
import { setAnswerHeaders } from './answer-headers.js';
import { AUTHENTICATE, type Authenticate, requireToken } from './authentication.js';
import { correlationIdFor, keepCorrelation } from './correlation.js';
import { RefusalFilter } from './refusal-filter.js';
import { refuseAddress, refuseUnreadableHost } from './unreadable.js';

export interface HttpAppOptions {
  /** Is told of every fault of ours outside GraphQL; give the same one to `graphqlOptions`. */
  logFault: LogFault;
  logger?: LoggerService | false;
}

/** Builds the application; the module must provide AUTHENTICATE. It listens to SIGTERM and SIGINT, and to no port yet. */
export async function createHttpApp(
  module: Type | DynamicModule,
  { logFault, logger }: HttpAppOptions,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(), {
    abortOnError: false,
    bodyParser: false,
    logger,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  setAnswerHeaders(fastify);
  keepCorrelation(fastify);
  refuseUnreadableHost(fastify);
  requireToken(fastify, app.get<Authenticate>(AUTHENTICATE, { strict: false }));
  app.useGlobalFilters(new RefusalFilter(logFault));
  return app.enableShutdownHooks();
}

function createAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: LIMITS.bodyBytes,
    trustProxy: false,
    // A request that trickles in is cut off; Fastify's own default is to wait for ever.
    requestTimeout: 30_000,
    requestIdHeader: false,
    genReqId: correlationIdFor,
    frameworkErrors: refuseAddress,
  });
}
