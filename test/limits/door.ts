// Requests as programs outside send them, for the specs of the limits.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { createHttpApp, type HttpAppOptions } from '../../apps/api/http/http-app.js';
import { unhindered } from '../harness/unhindered.js';
import { faults, TinyModule } from './tiny.module.js';

/** `options` says what is limited and which proxies are believed, for the specs of that. */
export async function openTinyApp(options: Partial<HttpAppOptions> = {}): Promise<NestFastifyApplication> {
  const app = await createHttpApp(TinyModule, {
    ...{ logFault: fault => faults.push(fault), logger: false, rates: unhindered },
    ...options,
  });
  await app.listen(0, '127.0.0.1');
  return app;
}

/** A POST to /graphql with a good token; `body` is sent as JSON, or as it is when it is a string. */
export const post = (app: NestFastifyApplication, body: object | string, headers: Record<string, string> = {}) =>
  request(app.getHttpServer())
    .post('/graphql')
    .set({ authorization: 'Bearer good', 'content-type': 'application/json', ...headers })
    .send(body);

export const query = (app: NestFastifyApplication, text: string, variables?: object) =>
  post(app, { query: text, variables });

/** What one answer comes down to: its status, and the code of its first error or `ok`. */
export const verdict = (answer: request.Response): string =>
  `${answer.status} ${answer.body.errors?.[0]?.extensions?.code ?? 'ok'}`;
