// The shell of the API: one Nest application on Fastify, with its door, its limits and its headers. What it serves comes with the module.
import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LogFault } from '../graphql/faults.js';
import { LIMITS } from '../graphql/limits.js';
import { RateLimits, type Rates } from '../graphql/rate-limits.js';
import { openSockets, type SocketDoor } from '../live/open-sockets.js';
import { type Around } from '../sessions/door-pages.js';
import { setAnswerHeaders } from './answer-headers.js';
import { AUTHENTICATE, type Authenticate, guardDoor } from './authentication.js';
import { correlationIdFor, keepCorrelation } from './correlation.js';
import { refuseCrumbs } from './crumbs.js';
import { Drain } from './drain.js';
import { refuseExpectations } from './expectations.js';
import type { Fastify } from './fastify.js';
import { hangUpGently } from './hang-up.js';
import { RefusalFilter } from './refusal-filter.js';
import { Site, SITE } from './site.js';
import { tellRequests } from './tell-requests.js';
import { type TrustedProxies, trustOf } from './trusted-proxies.js';
import { tellUnheededProxies } from './unheeded-proxies.js';
import { refuseAddress, refuseEncodings, refuseUnreadableHost, refuseUnreadableRequest } from './unreadable.js';
import { serveWeb } from './web.js';
import { isForSockets, serveWebSockets } from './websocket.js';

export interface HttpAppOptions {
  /** Is told of every fault of ours outside GraphQL; give the same one to `graphqlOptions`. */
  logFault: LogFault;
  logger?: LoggerService | false;
  /** How much people, tokens and addresses may ask. */
  rates: Rates;
  /** Whose forwarding headers are believed; nobody's unless given. */
  trustedProxies?: TrustedProxies;
  /** Where browsers reach us; 127.0.0.1 and our port unless given. */
  publicOrigin?: string;
  /** Opens what is served beside GraphQL and needs no session: signing in. */
  pages?: (fastify: Fastify, around: Around) => void;
  /** How much WebSockets may take, where it is not as usual. */
  sockets?: SocketDoor['sockets'];
  /** Ends it in order; without one it ends when it is closed. */
  drain?: Drain;
  /** The folder of the built web app; none is served unless given. */
  web?: string;
}

/** Builds the application; the module must provide AUTHENTICATE, RECOGNISE and GRAPHQL_OPTIONS. It listens to no port yet. */
export async function createHttpApp(
  module: Type | DynamicModule,
  { logFault, logger, rates, trustedProxies, publicOrigin, pages, sockets, drain = new Drain(), web }: HttpAppOptions,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(trustedProxies), {
    abortOnError: false,
    bodyParser: false,
    logger,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  drain.guard(fastify);
  setAnswerHeaders(fastify);
  hangUpGently(fastify);
  keepCorrelation(fastify);
  tellRequests(fastify);
  tellUnheededProxies(fastify);
  refuseUnreadableHost(fastify);
  refuseExpectations(fastify);
  refuseEncodings(fastify);
  refuseCrumbs(fastify);
  const around = { site: new Site(fastify, publicOrigin), limits: new RateLimits(rates) };
  fastify.decorate(SITE, around.site);
  serveWebSockets(fastify, openSockets(app, { ...around, sockets }), drain);
  guardDoor(fastify, { authenticate: app.get<Authenticate>(AUTHENTICATE, { strict: false }), ...around });
  pages?.(fastify, around);
  if (web !== undefined) serveWeb(fastify, web);
  app.useGlobalFilters(new RefusalFilter(logFault));
  return app;
}

function createAdapter(trustedProxies?: TrustedProxies): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: LIMITS.bodyBytes,
    trustProxy: trustOf(trustedProxies),
    // A request that trickles in is cut off; Fastify's own default is to wait for ever.
    requestTimeout: 30_000,
    // Node would answer a request without one by itself, in no shape of ours.
    http: { requireHostHeader: false, shouldUpgradeCallback: isForSockets },
    // While it drains, drain.ts answers what still comes in.
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: correlationIdFor,
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseUnreadableRequest,
  });
}
