// The Fastify types that hooks are written against, taken from Nest's adapter, so that one version is meant.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** As much of Fastify's reply as a refusal needs. */
export interface Reply {
  code(status: number): { send(body: never): unknown };
}
